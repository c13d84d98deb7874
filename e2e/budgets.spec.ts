import { brotliCompressSync } from 'node:zlib'
import type { APIRequestContext, Page } from '@playwright/test'
import { articleLinks, expect, post, test } from './newsroom'
import { addressOf, olderPage, picturedArticle, previews, withdrawnArticle } from './reader-pages'

interface Shift extends PerformanceEntry {
  value: number
  sources: { node: Node | null }[]
}

/** The sum of what moved, inside what the selector names, since the page began. */
const layoutShift = (page: Page, within = 'html') =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const place = document.querySelector(selector)
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[])
            if (entry.sources.some(({ node }) => place?.contains(node))) sum += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
    within,
  )

const brotli = (bytes: Buffer) => brotliCompressSync(bytes).length

/** Every kind of page a reader can come to. */
async function pagesToRead(request: APIRequestContext): Promise<string[]> {
  const [category, tag, source] = await Promise.all(['category', 'tag', 'source'].map((kind) => addressOf(request, kind)))
  const article = await picturedArticle(request)
  return [
    '/',
    '/?view=elder',
    '/category',
    category ?? '',
    tag ?? '',
    source ?? '',
    '/2026',
    await olderPage(request, '/2026'),
    '/2026/11',
    '/2026/11/20',
    article,
    `${article}?view=elder`,
    ...(await previews(request)),
    '/search',
    '/search?q=的',
    '/popular',
    '/corrections',
    '/api',
    '/nothing/here',
    await withdrawnArticle(request),
  ]
}

test('a page costs a reader what it may: one stylesheet, islands, nothing from elsewhere, nothing that jumps', async ({
  page,
  playwright,
  baseURL,
}) => {
  const asker = await playwright.request.newContext({ baseURL })
  for (const address of await pagesToRead(asker)) {
    const files = new Map<string, Buffer>()
    page.on('response', async (answer) => {
      if (!answer.url().includes('/media/')) files.set(answer.url(), await answer.body().catch(() => Buffer.alloc(0)))
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(await layoutShift(page), `layout shift of ${address}`).toBe(0)
    page.removeAllListeners('response')
    const here = new URL(page.url()).origin
    for (const url of files.keys()) expect(url.startsWith(here), url).toBe(true)
    const named = (path: string) => [...files.keys()].filter((url) => url.includes(path))
    const sum = (path: string) => named(path).reduce((bytes, url) => bytes + brotli(files.get(url) ?? Buffer.alloc(0)), 0)
    const scripts = [...files.keys()].filter((url) => /\.js(?:$|\?)/.test(url))
    expect(
      scripts.filter((url) => !url.includes('/islands/')),
      `scripts of ${address}`,
    ).toEqual([])
    expect(sum('/islands/'), `islands of ${address}`).toBeLessThanOrEqual(8_000)
    expect(named('.css'), `stylesheets of ${address}`).toHaveLength(1)
    expect(sum('.css'), 'stylesheet').toBeLessThanOrEqual(12_000)
  }
  await asker.dispose()
})

interface Shown {
  src: string
  /** what of it the window shows: pixels of the device; cropped sides count */
  widthPx: number
  /** of the smallest and the largest there is */
  leastPx: number
  mostPx: number
  isBelow: boolean
  isLazy: boolean
  hasSize: boolean
}

/** Every picture of the page, once all of them have come. */
const picturesShown = (page: Page) =>
  page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('img')].filter((image) => image.checkVisibility())
    const below = images.map((image) => image.getBoundingClientRect().top > innerHeight)
    const shown: Shown[] = []
    for (const [index, image] of images.entries()) {
      image.scrollIntoView()
      await image.decode()
      const { width, height } = image.getBoundingClientRect()
      const whole = Math.max(width, (height * image.naturalWidth) / image.naturalHeight)
      shown.push({
        src: image.currentSrc,
        widthPx: whole * devicePixelRatio,
        leastPx: Math.min(
          ...[...image.srcset.matchAll(/ (\d+)w/g)].map(([, px]) => Number(px)),
          Number(image.getAttribute('width')),
        ),
        mostPx: Number(image.getAttribute('width')),
        isBelow: below[index] ?? false,
        isLazy: image.loading === 'lazy',
        hasSize: image.hasAttribute('width') && image.hasAttribute('height'),
      })
    }
    return shown
  })

test('a picture comes as large as it is shown, in a modern format, and only when it is near', async ({
  browser,
  request,
}, info) => {
  test.skip(info.project.name === 'phone', 'asks at all widths itself')
  let seen = 0
  for (const address of ['/', await addressOf(request, 'category'), await picturedArticle(request)])
    for (const width of [390, 820, 1440]) {
      // A browser takes a larger one that it has already: each time it knows none.
      const page = await browser.newPage({ baseURL: info.project.use.baseURL, viewport: { width, height: 900 } })
      await page.goto(address)
      for (const { src, widthPx, leastPx, mostPx, isBelow, isLazy, hasSize } of await picturesShown(page)) {
        const what = `${src} on ${address} at ${width}`
        const [, sourcePx, format] = /-(\d+)\.(\w+)$/.exec(src) ?? []
        expect(format, what).toMatch(/^(avif|webp)$/)
        expect(Number(sourcePx), what).toBeLessThanOrEqual(Math.max(leastPx, 2 * widthPx))
        expect(Number(sourcePx), what).toBeGreaterThanOrEqual(Math.min(0.75 * widthPx, mostPx))
        expect(hasSize, what).toBe(true)
        expect(isLazy || !isBelow, what).toBe(true)
        seen++
      }
      await page.close()
    }
  expect(seen).toBeGreaterThan(9)
})

test('nothing jumps while a slow phone draws a page as it comes in', async ({ page }) => {
  const device = await page.context().newCDPSession(page)
  await device.send('Emulation.setCPUThrottlingRate', { rate: 12 })
  // Where the browser stops to draw differs from time to time. The day above is centred: it may come in two pieces.
  for (const address of ['/', '/category', '/', '/', '/']) {
    await page.goto(address, { waitUntil: 'load' })
    expect(await layoutShift(page, 'main'), address).toBe(0)
  }
})

test('an article of three thousand characters is at most ten kilobytes', async ({ page, newsroom }, { project }) => {
  const code = `NW2026112016000${project.name === 'phone' ? 1 : 2}`
  // Running text that compresses like prose: no sentence twice.
  const characters = [
    ...'河岸春风桥头灯火老街新雨渡口晨雾山村夜读田间水车集市茶馆邮差木匠铁匠渔船稻穗棉花药铺学堂戏台书信车站粮仓磨坊陶窑石阶',
  ]
  let seed = 7
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return characters[seed % characters.length]
  }
  const paragraph = () => `<p>${Array.from({ length: 200 }, (_, index) => (index % 17 === 16 ? '，' : next())).join('')}。</p>`
  await newsroom.importPosts({
    [`2026-11-20-${code}.md`]: post({ title: '三千字的长篇', code, body: Array.from({ length: 15 }, paragraph).join('\n') }),
  })
  const answer = await page.request.get(`/ceshiribao/2026/11/20/${code}.html`)
  expect(await answer.text()).toContain('三千字的长篇')
  expect(brotli(await answer.body())).toBeLessThanOrEqual(10_000)
})

test('what a visitor sends along changes no byte of anybody’s page', async ({ page }) => {
  await page.goto('/')
  const address = (await articleLinks(page).first().getAttribute('href')) ?? '/'
  const plain = await page.request.get(address)
  const headers = {
    cookie: 'session=x',
    rsc: '1',
    'next-router-prefetch': '1',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'accept-language': 'en',
    'user-agent': 'x',
    'x-middleware-subrequest': 'x',
  }
  const odd = await page.request.get(`${address}?utm_source=x&from=weibo`, { headers })
  expect(await odd.text()).toBe(await plain.text())
  expect(odd.headers().etag).toBe(plain.headers().etag)
  const again = await page.request.get(address, { headers: { 'if-none-match': plain.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})
