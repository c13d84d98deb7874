import type { APIRequestContext } from '@playwright/test'
import { CATEGORY, type Cookies, decide, expect, firstAdministrator, nameOf, test } from './desk'
import { mailTo } from './outbox'
import { signIn as signInByForm } from './staff'
import { write, writeBody } from './writing'

// One article from an invitation to its withdrawal: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const HEADLINE = `漪江新码头明早开航${Date.now()}`
const TAG = `渡船${Date.now()}`
const WRITER = { name: '叶舟', email: `ye-${Date.now()}@ribao.example` }
let writer: Cookies
let id: string
let address: string

/** What is read by somebody without a cookie; where a long headline may break is no part of it. */
const read = async (request: APIRequestContext, path: string) => (await (await request.get(path)).text()).replaceAll('<wbr/>', '')

const readsSoon = async (request: APIRequestContext, path: string, text: string) =>
  await expect.poll(async () => (await read(request, path)).includes(text), { intervals: [20] }).toBe(true)

test('the first administrator signs in and invites a reporter, whose mail opens once', async ({ page, browser }) => {
  await signInByForm(page, await firstAdministrator(), '/admin/staff')
  await page.getByRole('button', { name: '邀请同事' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(WRITER.name)
  await dialog.getByLabel('邮箱').fill(WRITER.email)
  await dialog.getByRole('button', { name: '发出邀请' }).click()
  await expect(page.getByText(`邮件已寄给 ${WRITER.email}`)).toBeVisible()

  const link = /http:\S+\/admin\/invitation\/\S+/.exec(await mailTo(WRITER.email))?.[0] ?? ''
  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(link)
  await theirs.getByLabel('新密码').fill('six herons above the lock')
  await theirs.getByRole('button', { name: '设置密码并开始' }).click()
  await expect(theirs.getByRole('link', { name: '写稿' }).first()).toBeVisible()
  await expect(theirs.getByRole('link', { name: '人员' })).toHaveCount(0)
  writer = await theirs.context().storageState()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: '链接已失效' })).toBeVisible()
  await theirs.context().close()
})

test('a reporter writes an article, and an editor gives it back with a reason', async ({ signIn, request }) => {
  const desk = await signIn(writer, '/admin/articles/new')
  id = await write(desk, {
    headline: HEADLINE,
    body: '漪江新码头二十五日早上六点开航，首班渡船可载二百人。',
    tag: TAG,
    reporter: WRITER.name,
    picture: '晨雾里的码头，一只渡船靠岸',
  })
  await decide(desk, '送审')
  await expect(desk.getByRole('region', { name: '稿件状态' })).toContainText('待初审')

  const review = await signIn('editor', '/admin/review')
  await review.getByRole('link', { name: HEADLINE }).click()
  await expect(review.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(HEADLINE)
  await decide(review, '退回', { 退回原因: '首班是六点半，请核实。' })
  await expect(review.getByRole('main')).toContainText('已退回')
  expect((await read(request, `/category/${CATEGORY.slug}`)).includes(HEADLINE)).toBe(false)
})

test('the reporter mends it, and three different people sign', async ({ signIn }) => {
  const desk = await signIn(writer)
  await desk.getByRole('main').getByRole('link', { name: HEADLINE }).click()
  await expect(desk.getByText('首班是六点半，请核实。').first()).toBeVisible()
  await writeBody(desk, '记者再次核实，首班为六点半。')
  await decide(desk, '送审')

  for (const [who, stage] of [
    ['editor', '初审'],
    ['second editor', '复审'],
    ['chief', '终审'],
  ] as const) {
    const review = await signIn(who, '/admin/review')
    await review.getByRole('link', { name: HEADLINE }).click()
    await decide(review, `签署${stage}`)
    await expect(review.getByRole('main').getByText(nameOf(who)).first()).toBeVisible()
    // Nobody signs twice.
    await expect(review.getByRole('main').getByRole('button', { name: /^签署/ })).toHaveCount(0)
  }
})

test('what the chief publishes, every reader sees at once', async ({ signIn, request }, { annotations }) => {
  const desk = await signIn('chief', `/admin/articles/${id}/review`)
  await desk.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
  const pressed = performance.now()
  await desk.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  for (const list of [`/category/${CATEGORY.slug}`, '/']) {
    await readsSoon(request, list, HEADLINE)
    annotations.push({ type: `on ${list} after`, description: `${Math.round(performance.now() - pressed)} ms` })
  }
  address = new RegExp(`/\\d{4}/\\d\\d/\\d\\d/${id}`).exec(await read(request, '/'))?.[0] ?? ''
  const html = await read(request, address)
  for (const shown of [HEADLINE, '记者再次核实', TAG, WRITER.name, '晨雾里的码头，一只渡船靠岸'])
    expect(html.includes(shown), shown).toBe(true)
  await expect(desk.getByRole('dialog')).toBeHidden()
})

test('a correction is visible to the next reader', async ({ signIn, page, request }) => {
  const desk = await signIn('chief', `/admin/articles/${id}`)
  await decide(desk, '更正', { 错在哪里: '首班六点', 正确的是: '首班六点半' })
  await readsSoon(request, address, '首班六点半')
  await page.goto(address)
  await expect(page.getByRole('complementary', { name: '更正' })).toContainText('首班六点半')
  const data = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(data.some((text) => /"correction":.*首班六点半/.test(text))).toBe(true)
  await page.getByRole('link', { name: '全部更正' }).click()
  await expect(page.getByRole('main')).toContainText('首班六点半')
  await expect(page.getByRole('link', { name: HEADLINE }).first()).toHaveAttribute('href', address)
})

test('a correction that was itself wrong is taken back with a word of why, by keyboard alone', async ({ signIn, request }) => {
  const desk = await signIn('chief', `/admin/articles/${id}`)
  await decide(desk, '更正', { 错在哪里: '可载二百人', 正确的是: '可载一百人' })
  await readsSoon(request, address, '可载一百人')
  await desk.getByRole('tab', { name: '审阅与版本' }).click()
  await desk.getByRole('button', { name: '收回更正：可载二百人' }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: '收回这条更正' })
  await expect(dialog.getByRole('button', { name: '收回', exact: true })).toBeDisabled()
  // The cursor stands where the reason is written.
  await expect(dialog.getByLabel('收回原因')).toBeFocused()
  await desk.keyboard.type('原文没有错')
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(desk.getByRole('heading', { name: '更正' })).toBeFocused()
  await expect(desk.getByRole('button', { name: /^收回更正/ })).toHaveCount(1)
  for (const path of [address, '/corrections'])
    await expect.poll(async () => (await read(request, path)).includes('可载一百人'), { intervals: [20] }).toBe(false)
  expect((await read(request, '/corrections')).includes('首班六点半')).toBe(true)
  const record = await signIn('administrator', '/admin/audit?action=article.revoke-correction')
  await expect(record.getByRole('main')).toContainText('原文没有错')
})

test('a withdrawn article says so at its address, and is gone from every list', async ({ signIn, page, request }) => {
  const desk = await signIn('chief', `/admin/articles/${id}`)
  await decide(desk, '撤稿', { 撤稿原因: '开航改期', 批准人: '严终', 给读者的说明: '开航改期，新的日期另行报道。' })
  await expect.poll(async () => (await request.get(address)).status(), { intervals: [20] }).toBe(410)
  await page.goto(address)
  await expect(page.getByRole('main')).toContainText('开航改期，新的日期另行报道。')
  await expect(page.getByRole('main')).not.toContainText('记者再次核实')
  for (const list of [
    '/',
    `/category/${CATEGORY.slug}`,
    '/corrections',
    `/search?q=${encodeURIComponent(HEADLINE)}`,
    '/latest.json',
  ])
    expect((await read(request, list)).includes(id), list).toBe(false)
})
