import { expect, test } from './desk'

test('the whole desk is a keyboard away', async ({ signIn }) => {
  const page = await signIn('administrator')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()

  // Back over the rail: each place shows where the focus is.
  const articles = page.getByRole('navigation', { name: '编辑部' }).getByRole('link', { name: '稿件' })
  for (let presses = 0; presses < 20 && !(await articles.evaluate((link) => link === document.activeElement)); presses++)
    await page.keyboard.press('Shift+Tab')
  await expect(articles).toBeFocused()
  expect(await articles.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/admin/articles')
  await expect(page.getByRole('heading', { level: 1, name: '稿件' })).toBeVisible()

  const rows = page.getByRole('row').getByRole('link')
  await page.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByText('已选 1 篇')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/articles\/[0-9a-z]{10}$/)
})

test('whoever knows a name goes there by the palette, wherever they are', async ({ signIn }) => {
  const page = await signIn('chief')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: '查找与前往' })).toBeFocused()
  await page.keyboard.type('tb')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/admin/front-page')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('龙窑')
  await expect(page.getByRole('option', { name: /龙窑/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/articles\/[0-9a-z]{10}$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('龙窑')
})

test('a page that takes its time is announced where it was asked for', async ({ signIn }) => {
  const page = await signIn('editor')
  const gate = Promise.withResolvers<void>()
  await page.route('**/admin/media?*', async (route) => {
    await gate.promise
    await route.continue()
  })
  const link = page.getByRole('navigation', { name: '编辑部' }).getByRole('link', { name: '图库' })
  await link.click()
  await expect(link.getByRole('status')).toHaveText('正在载入…')
  gate.resolve()
  await expect(page.getByRole('heading', { level: 1, name: '图库' })).toBeVisible()
  await expect(link.getByRole('status')).toHaveText('')
})

test('whoever reads English chooses it once', async ({ signIn }) => {
  const page = await signIn('editor')
  await page.getByRole('button', { name: /的菜单$/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: 'Articles' })).toBeVisible()
  await page.goto('/admin/review')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
