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

test('an engine and a messenger read what they need from the first answer', async ({ page }) => {
  const html = await (await page.request.get(page.url())).text()
  const head = html.slice(0, html.indexOf('</head>'))
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
