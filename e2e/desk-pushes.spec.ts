import { expect, test } from './desk'

test('an administrator lets a partner hear of articles: the secret is shown once, and the address can be changed, switched off and removed', async ({
  signIn,
}) => {
  const page = await signIn('administrator', '/admin/pushes')
  await expect(page.getByText('INDEXNOW_KEY')).toBeVisible()
  await page.getByRole('button', { name: '添加网址' }).click()
  await page.getByRole('textbox', { name: '网址' }).fill('http://127.0.0.1:9/hook')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('能从外网打开')
  await page.getByRole('textbox', { name: '网址' }).fill('https://partner.example/hook?key=s3cret')
  await page.getByRole('checkbox', { name: '更新' }).uncheck()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('textbox', { name: '签名密钥' })).toHaveValue(/^whsec_[\w-]{43}$/)
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click()
  const line = page.getByRole('listitem').filter({ hasText: 'partner.example/hook?…' })
  await expect(line).toContainText('发布 · 更正 · 撤稿 · 下线')
  await expect(page.getByText('s3cret')).toHaveCount(0)
  const menu = page.getByRole('button', { name: 'partner.example/hook?… 的操作' })
  await menu.click()
  await page.getByRole('menuitem', { name: '停用' }).click()
  await expect(line).toContainText('已停用')
  await menu.click()
  await page.getByRole('menuitem', { name: '移除' }).click()
  await page.getByRole('button', { name: '移除', exact: true }).click()
  await expect(line).toHaveCount(0)
})

test('a site without a public address says that it tells nobody', async ({ signIn }) => {
  const page = await signIn('administrator', '/admin/pushes')
  await expect(page.getByText('所以不推送')).toBeVisible()
})
