import { brotliCompressSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './newsroom'
import { addressOf, olderPage, picturedArticle, withdrawnArticle } from './reader-pages'

/** Files, and answers for machines: the same for everyone. */
const FOR_MACHINES = /^\/(?:media\/|api\/v1\/|(?:feed|rss)\.(?:xml|json)$)/

async function litePages(request: APIRequestContext): Promise<[address: string, status: number][]> {
  const full = [
    await addressOf(request, 'category'),
    await addressOf(request, 'tag'),
    await addressOf(request, 'source'),
    await olderPage(request, '/2026'),
    await picturedArticle(request),
    '/category',
    '/2026',
    '/2026/11',
    '/2026/11/20',
    '/search',
    '/search?q=的',
    '/popular',
    '/corrections',
    '/api',
  ]
  const withdrawn = await withdrawnArticle(request)
  const found = full.map((address): [string, number] => [`/lite${address}`, 200])
  return [['/lite', 200], ...found, ['/lite/nothing/here', 404], [`/lite${withdrawn}`, 410]]
}

test('a page of the lite edition is one small answer that leads on within it', async ({ page, playwright, baseURL }) => {
  const asker = await playwright.request.newContext({ baseURL })
  for (const [address, status] of await litePages(asker)) {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const answer = await page.goto(address)
    page.removeAllListeners('request')
    expect(answer?.status(), address).toBe(status)
    expect(
      // its own icon a browser keeps
      asked.filter((path) => !path.startsWith('/lite') && path !== '/icon.svg'),
      `what ${address} loads`,
    ).toEqual([])
    expect(brotliCompressSync((await answer?.body()) ?? '').length, `Brotli bytes of ${address}`).toBeLessThanOrEqual(15_000)
    expect(await page.locator('script, img, link[rel=stylesheet]').count(), address).toBe(0)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const leads = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const away = leads.filter((href) => !/^\/lite(?=[/?#]|$)|^#/.test(href))
    // The full page, its large print, a picture, what machines are answered; elsewhere, what lies elsewhere.
    const own = address.replace(/^\/lite/, '') || '/'
    const full = status === 200 ? own : '/'
    const known = away.filter((href) => href.startsWith('/') && !FOR_MACHINES.test(href) && decodeURI(href) !== full)
    expect(new Set(known.map(decodeURI)), address).toEqual(new Set([`${full}${full.includes('?') ? '&' : '?'}view=elder`]))
    // The style of the page has its way: its policy names it.
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth), address).not.toBe('none')
  }
  await asker.dispose()
})

test('a lite page says where the full one is, opens its pictures, and follows old addresses and searches', async ({
  page,
  request,
}) => {
  const address = await picturedArticle(request)
  await page.goto(address)
  await page.getByRole('contentinfo').getByRole('link', { name: '省流版' }).click()
  await expect(page).toHaveURL(`/lite${address}`)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${address}$`))
  const picture = page.locator('figure a').first()
  await expect(picture).toHaveText(/^图片/)
  const shown = await request.get((await picture.getAttribute('href')) ?? '')
  expect(shown.headers()['content-type']).toMatch(/^image\//)

  await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
  await page.getByRole('searchbox').fill('的')
  await page.getByRole('button', { name: '搜索', exact: true }).first().click()
  await expect(page).toHaveURL(/\/lite\/search\?q=/)
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/lite\/\d{4}\//)
  await page.getByRole('banner').getByRole('link', { name: '完整版' }).click()
  await expect(page).toHaveURL(/:\d+\/\d{4}\//)

  const id = address.slice(-10)
  const moved = await request.get(`/lite/1999/01/01/${id}`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, `/lite${address}`])
})

test('whoever saves data is offered the lite edition above every page; whoever does not is not', async ({ page }) => {
  await page.goto('/')
  const offer = page.getByRole('link', { name: '网络已设为省流量' })
  await expect(offer).toBeHidden()
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
  await page.goto('/')
  await expect(offer).toBeVisible()
  await expect(offer).toHaveAttribute('href', '/lite')
})
