import { articleLinks, expect, test } from './newsroom'

test.use({ javaScriptEnabled: false })

test('without JavaScript a reader browses, pages, searches and shares', async ({ page }) => {
  await page.goto('/')
  await articleLinks(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: '微博' })).toBeVisible()
  await page.locator('summary').filter({ hasText: '微信' }).click()
  await expect(page.locator('section.share img')).toBeVisible()

  await page.goto('/2026')
  await page.locator('a[rel=next]').click()
  await expect(page).toHaveURL(/before=/)
  await page.locator('a[rel=prev]').first().click()
  expect(await page.locator('main time').count()).toBeGreaterThan(0)

  await page.goto('/search')
  await page.locator('main').getByRole('searchbox').fill('的')
  await page.locator('main').getByRole('button', { name: '搜索' }).click()
  await expect(page).toHaveURL(/\/search\?q=/)
})

for (const [status, address] of [
  [404, '/no/such/page'],
  [404, '/2026/11/20/0000000000'],
  [404, '/category/no-such-category'],
  [404, '/tag/none'],
] as const) {
  test(`${address} answers ${status} in words, with a search box and the newest`, async ({ page }) => {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(status)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('main').getByRole('searchbox')).toBeVisible()
    expect(await page.locator('main a').count()).toBeGreaterThan(2)
  })
}

test('what a visitor types wrongly is answered, never a fault', async ({ request }) => {
  for (const address of [
    '/%',
    '/%00',
    '/%ff',
    '/2026/13',
    '/2026/02/30',
    '/0000',
    '/category/%E4%B8',
    '/search?q=%25&before=zz',
    `/search?q=${'水'.repeat(3_000)}`,
    '/s/x',
    '/qr/x.svg',
    '/card/x.png',
    '/card/%00.png',
    '/poster/x.png',
    '/read',
    '/api/wechat/signature?url=https://elsewhere.example/',
    '/media/../../etc/passwd',
    '/?view=%3Cscript%3E',
  ]) {
    expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBeLessThan(500)
  }
})
