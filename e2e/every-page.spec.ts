import { expectAccessible } from './axe'
import { expect, test } from './newsroom'
import { addressOf } from './reader-pages'

const KINDS = [
  '/',
  '/category',
  'category',
  'article',
  'tag',
  'source',
  '/2026',
  '/2026/11',
  '/2026/11/20',
  '/popular',
  '/api',
  '/search',
  '/search?q=的',
  '/search?q=的&source=泽川日报&from=2020-01-01',
  '/search?q=咘叿呩',
  '/nothing/here',
] as const

for (const kind of KINDS) {
  for (const view of ['', 'elder']) {
    test(`${kind} ${view} is accessible and runs no script but the islands`, async ({ page, request }) => {
      const address = kind.startsWith('/') ? kind : await addressOf(request, kind)
      const shown = view ? `${address}${address.includes('?') ? '&' : '?'}view=${view}` : address
      const answer = await page.goto(shown)
      expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self'(;|$)/)
      await expectAccessible(page, shown)
      const scripts = await page
        .locator('script:not([type="application/ld+json"])')
        .evaluateAll((all) => all.map((script) => script.getAttribute('src') ?? 'inline'))
      for (const src of scripts) expect(src).toMatch(/^\/islands\//)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    })
  }
}
