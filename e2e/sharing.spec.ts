import jsQR from 'jsqr'
import sharp from 'sharp'
import { articleLinks, expect, test } from './newsroom'

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await articleLinks(page).first().click()
  await expect(page).toHaveURL(/\/\d{4}\/\d{2}\/\d{2}\//)
})

test('a reader shares an article by a link, a code or a copied address', async ({ page, context, baseURL }) => {
  const short = `/s/${new URL(page.url()).pathname.split('/').at(-1)}`
  const share = page.locator('section.share')
  for (const [name, host, channel] of [
    ['微博', 'service.weibo.com', 'weibo'],
    ['QQ', 'connect.qq.com', 'qq'],
    ['X', 'x.com', 'x'],
    ['Telegram', 't.me', 'telegram'],
  ] as const) {
    const href = await share.getByRole('link', { name, exact: true }).getAttribute('href')
    expect(href).toContain(host)
    expect(decodeURIComponent(href ?? '')).toContain(`${short}?from=${channel}`)
  }
  const code = await share.locator('img').getAttribute('src')
  const picture = await page.request.get(code ?? '')
  expect(picture.headers()['content-type']).toContain('image/svg+xml')
  expect(await picture.text()).toContain('<svg')

  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL ?? '' })
  await share.getByRole('button', { name: '复制链接' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${short}?from=copy`)
})

test('the short address leads to the article', async ({ page }) => {
  const { pathname } = new URL(page.url())
  const answer = await page.request.get(`/s/${pathname.split('/').at(-1)}`, { maxRedirects: 0 })
  expect(answer.status()).toBe(302)
  expect(new URL(answer.headers().location ?? '', page.url()).pathname).toBe(pathname)
})

test('a reader opens the poster, and its code leads back to the article', async ({ page }) => {
  const { pathname } = new URL(page.url())
  const poster = page.getByRole('link', { name: '分享海报' })
  const answer = await page.request.get((await poster.getAttribute('href')) ?? '')
  const { data, info } = await sharp(await answer.body())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([1080, 1440])
  const code = new URL(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '')
  await page.goto(code.pathname + code.search)
  expect(new URL(page.url()).pathname).toBe(pathname)
})

test('a messenger finds an image of the size the page says, and something is on it', async ({ page }) => {
  const told = async (property: string) => await page.locator(`meta[property="${property}"]`).getAttribute('content')
  const address = new URL((await told('og:image')) ?? '')
  const answer = await page.request.get(address.pathname)
  expect(answer.headers()['content-type']).toBe(await told('og:image:type'))
  const bytes = await answer.body()
  const { width, height } = await sharp(bytes).metadata()
  expect([String(width), String(height)]).toEqual([await told('og:image:width'), await told('og:image:height')])
  expect((await sharp(bytes).stats()).entropy).toBeGreaterThan(0.3)
  expect(await page.locator('meta[itemprop="image"]').getAttribute('content')).toMatch(/^https?:\/\/.*-square\.(png|jpg)$/)
})

test('an engine and a messenger read what they need from the first answer', async ({ page }) => {
  const html = await (await page.request.get(page.url())).text()
  const head = html.slice(0, html.indexOf('</head>'))
  // Without an account there is nothing of WeChat's.
  expect(html).not.toMatch(/wechat-card|wx\.qq\.com/)
  expect(head).toContain(`<link rel="canonical" href="${page.url()}"`)
  for (const property of ['og:title', 'og:type', 'og:url', 'og:description', 'article:published_time'])
    expect(head).toContain(`property="${property}"`)
  const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(([, json]) =>
    JSON.parse(json ?? ''),
  )
  const article = blocks.flat().find((block) => block['@type'] === 'NewsArticle')
  expect(article).toMatchObject({ headline: await page.getByRole('heading', { level: 1 }).innerText() })
  expect(article.datePublished).toMatch(/\+08:00$/)
})
