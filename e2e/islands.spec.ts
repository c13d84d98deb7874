import { articleLinks, expect, post, test } from './newsroom'

test('a reader sets size and theme once, and every page remembers', async ({ page }) => {
  await page.goto('/')
  await articleLinks(page).first().click()
  const text = page.locator('article p').last()
  const sizeOf = () => text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const paperOf = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [size, paper] = [await sizeOf(), await paperOf()]
  await page.getByRole('button', { name: '阅读设置' }).click()
  await page.getByRole('radio', { name: '特大' }).check()
  await page.getByRole('radio', { name: '深色' }).check()
  expect(await sizeOf()).toBeGreaterThan(size)
  await page.keyboard.press('Escape')
  await page.reload()
  expect(await sizeOf()).toBeGreaterThan(size)
  expect(await paperOf()).not.toBe(paper)
})

test('new articles announce themselves, and nothing reloads by itself', async ({ page, newsroom }, { project }) => {
  await page.clock.install()
  await page.goto('/')
  await page.evaluate(() => document.documentElement.setAttribute('data-loaded-once', ''))
  const [first, second] = project.name === 'phone' ? ['11', '12'] : ['21', '22']
  // Newer than what others published before this page was loaded.
  const now = new Date().toISOString()
  const date = `${now.slice(0, 10)} ${now.slice(11, 19)} +0000`
  await newsroom.importPosts({
    [`${now.slice(0, 10)}-NW20261120150000${first}.md`]: post({
      title: '新消息甲',
      date,
      code: `NW20261120150000${first}`,
      body: '<p>一。</p>',
    }),
    [`${now.slice(0, 10)}-NW20261120150000${second}.md`]: post({
      title: '新消息乙',
      date,
      code: `NW20261120150000${second}`,
      body: '<p>二。</p>',
    }),
  })
  // Others publish meanwhile: who was told of one is told of more five minutes later.
  await expect(async () => {
    await page.clock.runFor('06:00')
    await expect(page.getByRole('status').getByRole('link')).toHaveText(/^([2-9]|1\d|20)\+? 条新消息$/, { timeout: 2_000 })
  }).toPass()
  await expect(page.locator('html')).toHaveAttribute('data-loaded-once')
  await page.getByRole('status').getByRole('link').click()
  await expect(page.locator('main')).toContainText('新消息甲')
})

test('the whole site is a keyboard away', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.locator('a.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('Tab')
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
  expect(ring).not.toBe('none')
})
