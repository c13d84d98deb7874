import { articleLinks, expect, test } from './newsroom'

test('a reader goes from the front page to a category, to an article, on to the next one and back home', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const section = page.locator('main section a[href^="/category/"]').first()
  const name = await section.innerText()
  await section.click()
  await expect(page).toHaveURL(/\/category\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)

  const entry = articleLinks(page).first()
  const headline = await entry.innerText()
  await entry.click()
  await expect(page).toHaveURL(/\/\d{4}\/\d{2}\/\d{2}\/[0-9a-z]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(page.locator('article time').first()).toHaveAttribute('datetime', /\+08:00$/)

  await page.locator('a[rel=prev], a[rel=next]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(headline)
  await page.goBack()
  await page.getByRole('link', { name: `返回${name}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await page.locator('header a[href="/"]').first().click()
  await expect(page).toHaveURL(/\/$/)
})

test('a reader finds every category in the register and every day in the archive', async ({ page }) => {
  await page.goto('/category')
  const entries = page.locator('main a[href^="/category/"]')
  expect(await entries.count()).toBeGreaterThan(5)
  await page.goto('/2026/11')
  await page.locator('table a').first().click()
  await expect(page).toHaveURL(/\/2026\/11\/\d{2}$/)
  expect(await page.locator('main time').count()).toBeGreaterThan(0)
})

test('a reader finds an article by a word of its headline', async ({ page }) => {
  await page.goto('/')
  const headline = await articleLinks(page).first().innerText()
  const word = headline.match(/\p{Script=Han}{2,3}/u)?.[0] ?? headline
  await page.goto('/search')
  await page.locator('main').getByRole('combobox', { name: '搜索报道' }).fill(word)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.locator('main').getByRole('link', { name: headline })).toBeVisible()
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
})

test('an elderly reader chooses 关怀版 and stays in it', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '关怀版' }).first().click()
  await expect(page).toHaveURL(/view=elder/)
  await articleLinks(page).first().click()
  await expect(page).toHaveURL(/view=elder/)
  const body = page.locator('article p').first()
  expect(await body.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(20)
  await page.getByRole('link', { name: '标准版' }).first().click()
  await expect(page).not.toHaveURL(/view=elder/)
})

test('nothing is wider than the narrowest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  const article = await articleLinks(page).first().getAttribute('href')
  for (const address of ['/', '/category', '/2026', '/2026/11', '/search?q=的', article ?? '/', '/nothing-here']) {
    await page.goto(address)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow, address).toBeLessThanOrEqual(0)
  }
})

test('a reader finds one line for a report of three outlets, and from it the other two', async ({ page }) => {
  await page.goto('/tag/jiaotong')
  const line = page.getByRole('article').filter({ has: page.getByRole('link', { name: '另有 2 家报道' }) })
  await expect(line).toHaveCount(1)
  await line.getByRole('link', { name: '另有 2 家报道' }).click()
  const reports = page.getByRole('region', { name: '其他媒体的同题报道' })
  await expect(reports.getByRole('link')).toHaveText([/^泽川晚报：/, /^泽川市融媒体中心：/])
  await reports.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('江面又多一条路：漪江三桥今早通车')
  await expect(reports.getByRole('link')).toHaveText([/^泽川日报：/, /^泽川市融媒体中心：/])
})
