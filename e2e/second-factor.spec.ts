import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { freePort, removeData, runSite, type SiteProcess } from './site-process'
import { totp } from './totp'

// A site of its own, whose operator asks everybody for a second factor. The authenticator is on the phone that they hold.
test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
const ADMINISTRATOR = { email: 'first@ribao.example', password: 'seven lanterns in the rain' }
const dataDir = join('.data', 'e2e', `factor-${process.pid}`)
let url: string
let site: SiteProcess | undefined

test.beforeAll(async () => {
  test.setTimeout(120_000)
  url = `http://127.0.0.1:${await freePort()}`
  const settings = { SECOND_FACTOR: 'all', ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password }
  site = await runSite({ url, dataDir, log: join('reports', 'e2e-factor.log'), settings })
})
test.afterAll(async () => {
  await site?.stop()
  await removeData(dataDir)
})

test('where the paper asks for a second factor, a password opens nothing but its set-up, and then the page that was asked for', async ({
  page,
}) => {
  await page.goto(`${url}/admin/staff`)
  await page.getByLabel('邮箱').fill(ADMINISTRATOR.email)
  await page.getByLabel('密码').fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '先开启两步验证' })).toBeVisible()
  await expectAccessible(page, 'the factor owed')
  expect((await page.request.get(`${url}/admin/account`, { maxRedirects: 0 })).status()).toBe(307)
  expect((await page.request.get(`${url}/admin/find?q=x`)).status()).toBe(401)

  await page.getByRole('button', { name: '开启' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('当前密码').fill(ADMINISTRATOR.password)
  await dialog.getByRole('button', { name: '确定' }).click()
  const key = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await dialog.getByLabel('六位数字').fill(totp(key, Date.now()))
  await dialog.getByRole('button', { name: '开启' }).click()
  await expect(dialog.getByRole('heading', { name: '备用码' })).toBeVisible()
  await dialog.getByRole('button', { name: '复制' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  await dialog.getByRole('button', { name: '已存好' }).click()
  await page.getByRole('link', { name: '进入编辑部' }).click()
  await expect(page).toHaveURL(`${url}/admin/staff`)

  await page.goto(`${url}/admin/account`)
  await expect(page.getByRole('button', { name: '换一批备用码' })).toBeVisible()
  await expect(page.getByRole('button', { name: '关闭', exact: true })).toHaveCount(0)
})
