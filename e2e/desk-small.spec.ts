import { expect, test } from './desk'
import { LEAST } from './desk-pages'

const SCREENS = { tablet: { width: 820, height: 1180 }, phone: { width: 390, height: 844 } }

for (const [screen, viewport] of Object.entries(SCREENS)) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport, isMobile: true, hasTouch: true })

    test('a reporter writes and files an article', async ({ signIn }) => {
      const page = await signIn('reporter')
      await page.getByRole('link', { name: '写稿' }).filter({ visible: true }).first().click()
      await page.getByRole('button', { name: '设置', exact: true }).click()
      await expect(page.getByRole('combobox', { name: '栏目', exact: true })).toBeVisible()
      await page.getByRole('button', { name: '收起' }).click()
      await page.getByRole('textbox', { name: '标题', exact: true }).fill(`在${screen}上写的稿`)
      await expect(page).toHaveURL(/\/admin\/articles\/[0-9a-z]{10}$/)
      await expect(page.getByRole('region', { name: '稿件状态' })).toContainText('已保存')
    })

    test('no page of the desk is wider than the screen', async ({ signIn }) => {
      const page = await signIn('administrator')
      for (const address of Object.keys(LEAST).filter((each) => !each.includes('['))) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        // Not innerWidth: a phone makes that as wide as whatever does not fit.
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, address).toBeLessThanOrEqual(viewport.width)
      }
    })
  })
}
