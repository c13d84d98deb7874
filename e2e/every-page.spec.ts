import { AxeBuilder } from '@axe-core/playwright'
import { articleLinks, expect, test } from './newsroom'

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
  '/search',
  '/search?q=的',
  '/search?q=的&source=泽川日报&from=2020-01-01',
  '/search?q=咘叿呩',
  '/nothing/here',
] as const

for (const kind of KINDS) {
  for (const view of ['', 'elder']) {
    test(`${kind} ${view} is accessible and runs no script but the islands`, async ({ page }) => {
      await page.goto('/')
      const address = kind.startsWith('/') ? kind : await addressOf(page, kind)
      const shown = view ? `${address}${address.includes('?') ? '&' : '?'}view=${view}` : address
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const answer = await page.goto(shown)
        expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self'(;|$)/)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
          colorScheme,
        ).toEqual([])
      }
      const scripts = await page
        .locator('script:not([type="application/ld+json"])')
        .evaluateAll((all) => all.map((script) => script.getAttribute('src') ?? 'inline'))
      for (const src of scripts) expect(src).toMatch(/^\/islands\//)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    })
  }
}

async function addressOf(page: import('@playwright/test').Page, kind: string): Promise<string> {
  if (kind === 'category') return (await page.locator('main a[href^="/category/"]').first().getAttribute('href')) ?? ''
  const articles = await articleLinks(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  if (kind === 'article') return articles[0] ?? ''
  for (const article of articles) {
    await page.goto(article)
    const link = page.locator(`article a[href^="/${kind}/"]`).first()
    if (await link.count()) return (await link.getAttribute('href')) ?? ''
  }
  throw new Error(`no article of the front page leads to a ${kind}`)
}
