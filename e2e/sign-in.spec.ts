import { expect, test } from './newsroom'
import { addColleague, signIn, staffCommand } from './staff'

test('an editor signs in, sees the desk, and is somebody else’s guest after signing out everywhere', async ({
  page,
  browser,
}) => {
  const editor = await addColleague('editor')
  await signIn(page, editor)
  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere, editor, '/admin/account')
  await elsewhere.getByRole('button', { name: '退出其他所有设备' }).click()
  await elsewhere.getByRole('dialog').getByRole('button', { name: '退出' }).click()
  await expect(elsewhere.getByText('已退出')).toBeVisible()
  await page.goto('/admin/account')
  await expect(page).toHaveURL('/admin/sign-in?next=%2Fadmin%2Faccount')
  await elsewhere.context().close()
})

test('a wrong password and an unknown address are told in the same words', async ({ page }) => {
  const { email } = await addColleague('reporter')
  for (const typed of [email, 'nobody@ribao.example']) {
    await page.goto('/admin/sign-in')
    await page.getByLabel('邮箱').fill(typed)
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByText('邮箱或密码不对')).toBeVisible()
  }
})

test('an invitation makes an account once, and a disabled one is out at the next click', async ({ page }) => {
  const email = `new-${Date.now()}@ribao.example`
  const printed = await staffCommand('add', '--email', email, '--name', '新同事', '--role', 'reporter')
  const link = /\/admin\/invitation\/\S+/.exec(printed)?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('新密码').fill('password2026')
  await page.getByRole('button', { name: '设置密码并开始' }).click()
  await expect(page.getByText('这个密码太常见')).toBeVisible()
  await page.getByLabel('新密码').fill('seven lanterns in the rain')
  await page.getByRole('button', { name: '设置密码并开始' }).click()
  await expect(page).toHaveURL('/admin')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: '链接已失效' })).toBeVisible()
  await staffCommand('disable', '--email', email)
  await page.goto('/admin/account')
  await expect(page).toHaveURL(/\/admin\/sign-in/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a reporter signs in', async ({ page }) => {
    await signIn(page, await addColleague('reporter'), '/admin/account')
    await expect(page.getByRole('heading', { name: '账号' })).toBeVisible()
  })
})

test('no other site can make a browser sign in, and nothing else of the library answers', async ({ request }) => {
  const { email, password } = await addColleague('reporter')
  const foreign = await request.post('/api/auth/sign-in/email', {
    data: { email, password },
    headers: { origin: 'https://evil.example' },
  })
  expect(foreign.status()).toBe(403)
  const own = { origin: process.env.E2E_URL ?? '' }
  const wrong = await request.post('/api/auth/sign-in/email', { data: { email, password: 'not this one' }, headers: own })
  expect(wrong.status()).toBe(401)
  const answer = await request.post('/api/auth/sign-in/email', { data: { email, password }, headers: own })
  expect(await answer.json()).toEqual({ ok: true, needsCode: false })
  const [token = ''] = /(?<=session=)[^;.]+/.exec(answer.headers()['set-cookie'] ?? '') ?? []
  expect(token.length).toBeGreaterThan(20)
  expect(await answer.text(), 'no script reads the session from an answer').not.toContain(token)
  for (const path of [
    '/api/auth/sign-up/email',
    '/api/auth/update-user',
    '/api/auth/list-sessions',
    '/api/auth/two-factor/enable',
    '/api/auth/two-factor/verify-totp',
    '/api/auth/get-session',
  ])
    expect((await request.post(path, { data: {} })).status()).toBe(404)
})

test('scripts of the desk run by nonce, and nobody keeps its pages', async ({ request }) => {
  const answer = await request.get('/admin/sign-in')
  const policy = answer.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}' 'strict-dynamic'/)
  expect(policy).toContain("frame-ancestors 'self'")
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
})
