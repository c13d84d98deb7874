import { expect, test } from './newsroom'
import { mailTo } from './outbox'
import { addColleague, signIn } from './staff'
import { totp } from './totp'

test('whoever forgot the password is mailed a link, which opens once and ends every session', async ({ page, browser }) => {
  const colleague = await addColleague('reporter')
  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere, colleague)
  await page.goto('/admin/sign-in')
  await page.getByRole('link', { name: '忘记密码' }).click()
  // The page before has a field of that name, too.
  await expect(page.getByRole('heading', { name: '找回密码' })).toBeVisible()
  await page.getByLabel('邮箱').fill(colleague.email)
  await page.getByRole('button', { name: '寄出链接' }).click()
  await expect.poll(() => mailTo(colleague.email).catch(() => '')).toContain('/admin/reset/')
  const [link = ''] = /http:\S+\/admin\/reset\/\S+/.exec(await mailTo(colleague.email)) ?? []
  await page.goto(link)
  await page.getByLabel('新密码').fill('two herons above the weir')
  await page.getByRole('button', { name: '设置新密码' }).click()
  await expect(page).toHaveURL(/\/admin\/sign-in/)
  await signIn(page, { ...colleague, password: 'two herons above the weir' })
  await elsewhere.goto('/admin/account')
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in/)
  await elsewhere.goto(link)
  await expect(elsewhere.getByRole('heading', { name: '链接已失效' })).toBeVisible()
  await elsewhere.context().close()
})

test('a second factor is set up by its code, and asked for at the next sign-in', async ({ page, browser }) => {
  const colleague = await addColleague('chief', '严终')
  await signIn(page, colleague, '/admin/account')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('当前密码').fill(colleague.password)
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog.getByRole('img', { name: '验证器二维码' })).toBeVisible()
  const key = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await dialog.getByLabel('六位数字').fill(totp(key, Date.now()))
  await dialog.getByRole('button', { name: '开启' }).click()
  await expect(dialog.getByRole('heading', { name: '备用码' })).toBeVisible()
  const codes = await dialog.getByRole('listitem').allTextContents()
  expect(codes.length).toBeGreaterThan(5)
  await dialog.getByRole('button', { name: '已存好' }).click()

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto('/admin/sign-in')
  await elsewhere.getByLabel('邮箱').fill(colleague.email)
  await elsewhere.getByLabel('密码').fill(colleague.password)
  await elsewhere.getByRole('button', { name: '登录', exact: true }).click()
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in\/code/)
  expect((await elsewhere.request.get('/admin/account', { maxRedirects: 0 })).status()).toBe(307)
  await elsewhere
    .getByRole('textbox')
    .first()
    .fill(codes[0] ?? '')
  await elsewhere.getByRole('button', { name: '验证' }).click()
  await expect(elsewhere).toHaveURL('/admin')
  await elsewhere.context().close()
})
