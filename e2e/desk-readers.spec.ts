import { expect, test } from './desk'
import { post } from './newsroom'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1'
const SPIDER = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'

test('an editor sees how an article is read and passed on; machines and those who do not want it are not counted', async ({
  browser,
  newsroom,
  playwright,
  baseURL,
  signIn,
  request,
}) => {
  const code = 'NW202611201700001'
  await newsroom.importPosts({ [`2026-11-20-${code}.md`]: post({ title: '渡口的最后一班船', code, body: '<p>船靠岸了。</p>' }) })

  const reader = await (await browser.newContext({ userAgent: PHONE, locale: 'zh-CN' })).newPage()
  const told = reader.waitForRequest(/\/read\?id=/)
  await reader.goto(`/ceshiribao/2026/11/20/${code}.html`)
  expect((await told).method()).toBe('POST')
  const article = new URL(reader.url()).pathname
  const id = article.split('/').at(-1) ?? ''
  await reader.goto(`/s/${id}?from=weibo`)
  await expect(reader).toHaveURL(new RegExp(`/2026/11/20/${id}$`))
  await reader.context().close()

  const uncounted: Record<string, string>[] = [
    { 'user-agent': SPIDER },
    { 'user-agent': PHONE, 'sec-gpc': '1' },
    { 'user-agent': PHONE, dnt: '1' },
    { 'user-agent': PHONE, 'sec-purpose': 'prefetch' },
  ]
  for (const extraHTTPHeaders of uncounted) {
    const machine = await playwright.request.newContext({ ...(baseURL && { baseURL }), extraHTTPHeaders })
    expect((await machine.post(`/read?id=${id}`)).status()).toBe(204)
    expect((await machine.get(`/s/${id}?from=weibo`, { maxRedirects: 0 })).status()).toBe(302)
    await machine.dispose()
  }

  const desk = await signIn('editor', `/admin/articles/${id}/readers`)
  const today = desk.getByRole('region', { name: '逐日' }).getByRole('row').nth(1)
  // Sums are written every five seconds.
  await expect(async () => {
    await desk.reload()
    await expect(today.getByRole('cell').nth(1)).toHaveText('2', { timeout: 1_000 })
  }).toPass()
  await expect(today.getByRole('cell').nth(2)).toHaveText('1')
  await expect(today.getByRole('cell').nth(3)).toHaveText('微博 1')
  await expect(desk.getByRole('img', { name: /近三十天每日阅读，共 2 次/ })).toBeVisible()

  // Readers are told only where an administrator chose so.
  const toldReaders = async () => /<data value="(\d+)"/.exec(await (await request.get(article)).text())?.[1] ?? null
  expect(await toldReaders()).toBeNull()
  const settings = await signIn('administrator', '/admin/settings')
  for (const [box, count] of [
    ['check', '2'],
    ['uncheck', null],
  ] as const) {
    await settings.getByLabel('在文章页显示阅读数')[box]()
    await settings.getByRole('button', { name: '保存“阅读数”' }).click()
    await expect.poll(toldReaders).toBe(count)
  }
  await desk.context().close()
})
