import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decide, expect, test } from './desk'
import { freePort, removeData, runSite, type SiteProcess } from './site-process'
import { write } from './writing'

test.describe.configure({ timeout: 180_000 })
test.use({ viewport: { width: 1440, height: 900 } })

const dataDir = join('.data', 'e2e', `first-day-${process.pid}`)
const log = join('reports', 'e2e-first-day.log')
let site: SiteProcess | undefined
let url: string

test.beforeAll(async () => {
  url = `http://127.0.0.1:${await freePort()}`
  site = await runSite({ url, dataDir, log })
})
test.afterAll(async () => {
  await site?.stop()
  await removeData(dataDir)
})

test('whoever starts the site is at their first published article in three minutes, alone', async ({ page, browser }, {
  annotations,
}) => {
  const began = performance.now()
  // The terminal says how to get in.
  await expect.poll(() => readFile(log, 'utf8')).toContain('/admin/invitation/')
  const link = /http:\S+\/admin\/invitation\/\S+/.exec(await readFile(log, 'utf8'))?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('邮箱').fill('first@ribao.example')
  await page.getByLabel('姓名').fill('闻理')
  await page.getByLabel('新密码').fill('first lantern at the harbour')
  await page.getByRole('button', { name: '设置密码并开始' }).click()

  // The desk says where to begin.
  await page.getByRole('main').getByRole('link', { name: '写稿' }).click()
  const id = await write(page, {
    headline: '本报今天开张',
    body: '漪江边又多了一份报纸，第一天的头条是它自己。',
    tag: '开张',
    reporter: '闻理',
    picture: '编辑部门口挂起新招牌',
  })
  // Nobody else could review it: publishing is the next thing to do, and it says what that means.
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('审稿之后补齐')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await decide(page, '发布')
  await expect(page.getByText('已发布').first()).toBeVisible()

  const reader = await (await browser.newContext()).newPage()
  await reader.goto(url)
  await reader.getByRole('link', { name: '本报今天开张' }).first().click()
  await expect(reader).toHaveURL(new RegExp(`/${id}$`))
  await expect(reader.getByRole('article')).toContainText('第一天的头条是它自己')
  await expect(reader.getByRole('article').getByRole('img', { name: '编辑部门口挂起新招牌' })).toBeVisible()
  await expect(reader.getByRole('link', { name: '开张', exact: true })).toBeVisible()
  await reader.context().close()
  annotations.push({ type: 'a machine’s hands need', description: `${Math.round((performance.now() - began) / 1000)} s` })
})
