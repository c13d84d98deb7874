import type { Page } from '@playwright/test'
import { CATEGORY, decide, expect, nameOf, test } from './desk'
import { act, leaveDraft, newId, openCategory, openDesk, told } from './desk-trust'
import { addColleague } from './staff'
import { choose, write, writeBody } from './writing'

const site = process.env.E2E_URL ?? ''
const body = (page: Page) => page.getByRole('textbox', { name: '正文' })
const saved = async (page: Page) => {
  await expect(page).toHaveURL(/\/admin\/articles\/[0-9a-z]{10}$/)
  await expect(page.getByRole('region', { name: '稿件状态' })).toContainText('已保存')
  return page.url().slice(-10)
}
const kept = async (page: Page, id: string) => (await told({ page, site }, id)).content

/** Opens a part of the settings that is closed. */
async function openSection(page: Page, name: string): Promise<void> {
  const section = page.locator('details').filter({ has: page.getByRole('heading', { name, exact: true }) })
  if ((await section.getAttribute('open')) === null) await section.locator('summary').click()
}

test('every field of an article is written where it stands, and readers find it in its place', async ({ signIn, request }) => {
  const page = await signIn('administrator')
  const desk = { page, site }
  const own = `水上${newId()}`
  await openCategory(desk, own)
  const first = await leaveDraft(desk, { headline: '备用' })
  await act(desk, `/admin/articles/${first}`, 'createTag', '迁徙候鸟')

  await page.goto('/admin/articles/new')
  const lines = {
    引题: '江心洲观察',
    标题: '候鸟提前半月抵达',
    副题: '今年来得早，也来得多',
    导语: '观鸟者清点到三千余只。',
    '电头，如 本报讯': '本报江海电',
  }
  for (const [name, text] of Object.entries(lines)) await page.getByPlaceholder(name, { exact: true }).fill(text)
  await writeBody(page, '水鸟在浅滩上过夜。')
  await choose(page, '栏目', own)
  await choose(page, '兼入栏目', CATEGORY.name)
  await choose(page, '标签', 'qxhn', '迁徙候鸟')
  await openSection(page, '稿签')
  await page.getByLabel('稿件类型').selectOption({ label: '转载' })
  await choose(page, '来源', `江海晚报${newId()}`)
  await page.getByLabel('原标题').fill('三千水鸟过江心')
  await page.getByLabel('原作者').fill('白鹭')
  await page.getByLabel('原文链接').fill('https://wanbao.example/birds')
  await page.getByRole('button', { name: '更多署名' }).click()
  for (const [role, name] of Object.entries({ 记者: '林晓', 通讯员: '何青', 摄影: '白复', 责任编辑: '江初', 校对: '严终' }))
    await choose(page, role, name)
  await openSection(page, '搜索与分享')
  await page.getByLabel('搜索标题').fill('江心洲候鸟早到')
  await page.getByLabel('搜索摘要').fill('三千余只水鸟提前半月抵达江心洲。')
  const preview = page.locator('figure').filter({ hasText: '搜索结果' })
  await expect(preview).toContainText('江心洲候鸟早到')
  await expect(preview).toContainText('三千余只水鸟提前半月抵达江心洲。')
  await openSection(page, 'AI 标识')
  await page.getByLabel('人工智能').selectOption({ label: 'AI 辅助' })
  const id = await saved(page)
  await expect(page.getByRole('region', { name: '稿件状态' })).toContainText('9 字')
  await openSection(page, '日期')
  await page.getByLabel('计划见报日').fill('2030-01-02')
  await page.getByLabel('计划见报日').blur()

  await decide(page, '发布')
  const { path } = await told(desk, id)
  const html = (await (await request.get(path ?? '')).text()).replaceAll('<wbr/>', '')
  for (const shown of [
    '江心洲观察',
    '候鸟提前半月抵达',
    '今年来得早，也来得多',
    '观鸟者清点到三千余只。',
    '本报江海电',
    '转载',
    '江海晚报',
    '三千水鸟过江心',
    '白鹭',
    'https://wanbao.example/birds',
    ...['林晓', '何青', '白复', '江初', '严终'],
    '迁徙候鸟',
    '<title>江心洲候鸟早到',
    'content="三千余只水鸟提前半月抵达江心洲。"',
    '人工智能',
  ])
    expect(html.includes(shown), shown).toBe(true)
  expect(html, 'a planned day is the desk’s own').not.toContain('2030-01-02')
})

test('headings, tables, lists, links and undoing are at hand while one writes', async ({ signIn }) => {
  const page = await signIn('administrator', '/admin/articles/new')
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('堤上的一天')
  await body(page).click()
  await page.keyboard.type('清晨巡堤。')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/bt')
  await expect(page.getByRole('listbox', { name: '插入' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('水位回落')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/lb')
  await page.keyboard.press('Enter')
  await page.keyboard.type('上闸')
  await page.keyboard.press('Enter')
  await page.keyboard.type('下闸')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/zdyw')
  await page.keyboard.press('Enter')
  await page.keyboard.type('水退了，人还在。')
  await body(page).press('ControlOrMeta+End')
  const id = await saved(page)
  await expect.poll(async () => (await kept(page, id)).bodyHtml).toContain('水退了，人还在。')
  expect((await kept(page, id)).bodyHtml).toMatch(
    /^<p>清晨巡堤。<\/p><h2[^>]*>水位回落<\/h2><ul><li>(<p>)?上闸(<\/p>)?<\/li><li>(<p>)?下闸(<\/p>)?<\/li><\/ul>.*水退了，人还在。/,
  )

  // Words selected lead to an article found by its headline.
  await body(page).getByText('清晨巡堤。').click({ clickCount: 3 })
  await page.keyboard.press('ControlOrMeta+k')
  const link = page.getByRole('dialog', { name: '链接' })
  await link.getByRole('combobox').fill('龙窑')
  await link.getByRole('option', { name: /龙窑/ }).first().click()
  await expect
    .poll(async () => (await kept(page, id)).bodyHtml)
    .toMatch(/<a href="\/\d{4}\/\d\d\/\d\d\/[0-9a-z]{10}">清晨巡堤。<\/a>/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await kept(page, id)).bodyHtml).toMatch(/^<p>清晨巡堤。<\/p>/)
})

test('a passage is talked about with a colleague, who is told, and settles it', async ({ signIn, browser }) => {
  const name = `江${newId()}`
  const headline = `堤上灯火${newId()}`
  const desk = await signIn('reporter', '/admin/articles/new')
  const id = await write(desk, { headline, body: '值守的人说水位已经回落。' })
  await body(desk).getByText('值守的人说').click({ clickCount: 3 })
  await desk.getByRole('tab', { name: /^批注/ }).click()
  await desk.getByRole('button', { name: '引用选中的文字' }).click()
  const comment = desk.getByRole('textbox', { name: '写批注' })
  const { page: colleague } = await openDesk(browser, await addColleague('editor', name))
  await comment.fill(`@${name.slice(0, 4)}`)
  await desk.getByRole('option', { name }).click()
  await comment.press('End')
  await comment.pressSequentially('这个说法请核实')
  await desk.getByRole('button', { name: '发送' }).click()
  await expect(desk.getByRole('tab', { name: '批注 1' })).toBeVisible()

  await colleague.goto('/admin/notices')
  await colleague
    .getByRole('main')
    .getByRole('link', { name: new RegExp(headline) })
    .first()
    .click()
  await expect(colleague).toHaveURL(new RegExp(id))
  await colleague.goto(`/admin/articles/${id}`)
  await colleague.getByRole('tab', { name: '批注 1' }).click()
  await expect(colleague.getByText('值守的人说水位已经回落。').last()).toBeVisible()
  await colleague.getByRole('button', { name: '已解决' }).click()
  await expect(colleague.getByText(`${name}标为已解决`)).toBeVisible()
  await expect(colleague.getByRole('tab', { name: '批注', exact: true })).toBeVisible()
})

test('a draft is looked at as readers will have it, also by somebody outside, until the link is ended', async ({
  signIn,
  browser,
}) => {
  const desk = await signIn('reporter', '/admin/articles/new')
  const headline = '未见报的稿'
  await write(desk, { headline, body: '先给受访者看一眼。' })
  await desk.getByRole('button', { name: '预览' }).click()
  const dialog = desk.getByRole('dialog', { name: '预览' })
  await expect(dialog.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(headline)
  await dialog.getByRole('radio', { name: '手机' }).check()
  expect(await dialog.locator('iframe').evaluate((frame) => frame.clientWidth)).toBe(390)

  await dialog.getByRole('button', { name: '生成链接' }).click()
  const address = await dialog.getByLabel('预览链接').inputValue()
  const outsider = await (await browser.newContext()).newPage()
  await outsider.goto(address)
  await expect(outsider.getByRole('heading', { level: 1 })).toHaveText(headline)
  await dialog.getByRole('button', { name: '停用' }).click()
  await expect(dialog.getByRole('button', { name: '停用' })).toHaveCount(0)
  expect((await outsider.goto(address))?.status()).toBe(404)
  await outsider.context().close()
})

test('what is to go out at a time stands on the day’s page, and is called off', async ({ signIn }) => {
  const page = await signIn('administrator')
  const desk = { page, site }
  const { id: category } = await openCategory(desk, `定时${newId()}`)
  const headline = `傍晚见报${newId()}`
  const id = await leaveDraft(desk, { headline, bodyHtml: '<p>傍晚见。</p>', categoryIds: [category] })
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '定时' }).check()
  await expect(dialog).toContainText('Asia/Shanghai')
  // A minute to midnight is today, whatever the hour.
  const [today] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()).split(' ')
  await dialog.getByLabel('发布时间').fill(`${today}T23:59`)
  await dialog.getByRole('button', { name: '定时发布' }).click()
  await expect(dialog).toBeHidden()
  expect(await told(desk, id)).toMatchObject({ publication: 'scheduled' })
  await page.goto('/admin')
  const due = page.locator('section', { has: page.getByRole('heading', { name: '今天定时' }) })
  await expect(due).toContainText(headline)
  await expect(due).toContainText('23:59')
  await page.goto(`/admin/articles/${id}`)
  await openSection(page, '日期')
  await page.getByRole('button', { name: '取消定时' }).click()
  await expect(page.getByRole('button', { name: '取消定时' })).toHaveCount(0)
  expect(await told(desk, id)).toMatchObject({ publication: 'unpublished' })
})

test('an older version is put back by hand, and what stood is a version too', async ({ signIn }) => {
  const page = await signIn('reporter', '/admin/articles/new')
  const id = await write(page, { headline: '旧闸', body: '第一稿。' })
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('已存为一个版本')).toBeVisible()
  await writeBody(page, '写坏了。')
  await expect.poll(async () => (await kept(page, id)).bodyHtml).toContain('写坏了。')
  await page.goto(`/admin/articles/${id}/revisions`)
  const versions = page.getByRole('list', { name: '版本列表' }).getByRole('listitem')
  await expect(versions).toHaveCount(2)
  await versions.last().getByRole('button', { name: '恢复这一版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复这一版' }).click()
  await expect(versions).toHaveCount(3)
  await expect(versions.first()).toContainText('恢复旧版')
  await expect(versions.nth(1)).toContainText('自动保存')
  expect((await kept(page, id)).bodyHtml).toBe('<p>第一稿。</p>')
})

test('an editor who mends a text in review hears first that others will have to sign it', async ({ signIn }) => {
  const desk = await signIn('reporter', '/admin/articles/new')
  const headline = `错一个字${newId()}`
  const id = await write(desk, { headline, body: '船到码投。' })
  await decide(desk, '送审')
  const page = await signIn('editor', `/admin/articles/${id}`)
  await page.getByRole('button', { name: '修改', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('这一轮要由别人签署')
  await dialog.getByRole('button', { name: '修改', exact: true }).click()
  await expect(body(page)).toHaveAttribute('contenteditable', 'true')
  await writeBody(page, '旅客上岸。')
  await expect(page.getByRole('region', { name: '稿件状态' })).toContainText('已保存')
  await page.goto(`/admin/articles/${id}/review`)
  await expect(page.getByRole('main')).toContainText('你写过或改过这篇稿件，由别人审。')
  await expect(page.getByRole('button', { name: /^签署/ })).toHaveCount(0)
  const other = await signIn('second editor', `/admin/articles/${id}/review`)
  await decide(other, '签署初审')
  await expect(other.getByRole('main').getByText(nameOf('second editor')).first()).toBeVisible()
})
