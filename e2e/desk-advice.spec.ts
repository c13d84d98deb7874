import { expect, test } from '@playwright/test'
import { addColleague, signIn } from './staff'

test('a chief is advised of a second factor, once: put off, the advice stays away', async ({ page }) => {
  await signIn(page, await addColleague('chief', '顾远'))
  const advice = page.getByRole('complementary', { name: '建议' })
  await expect(advice.getByRole('link', { name: '开启两步验证' })).toHaveAttribute('href', '/admin/account')
  await advice.getByRole('button', { name: '以后再说' }).click()
  await expect(advice).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(advice).toBeHidden()
})

test('an account that is called like its address is asked for a name', async ({ page }) => {
  const colleague = await addColleague('reporter', '林文')
  await signIn(page, colleague, '/admin/account')
  await page.getByLabel('姓名').fill(colleague.email.split('@')[0] ?? '')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.goto('/admin')
  await page.getByRole('link', { name: '写上姓名' }).click()
  await page.getByLabel('姓名').fill('林文')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.goto('/admin')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('complementary', { name: '建议' })).toBeHidden()
})
