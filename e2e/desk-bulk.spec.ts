import type { Page } from '@playwright/test'
import { expect, test } from './desk'
import { act, leaveDraft, newId, openCategory, openDesk, told } from './desk-trust'
import { errorsOf } from './newsroom'
import { addColleague } from './staff'

/** Whole, without a text, and withdrawn from readers: of each deed one article or another is not to be had. */
const [WHOLE, ALSO_WHOLE, EMPTY, WITHDRAWN] = ['河堤加固', '渡口改线', '只有标题', '已撤下的稿']

test('several articles at once are tagged, filed, submitted, published, withdrawn and discarded, each told of by itself', async ({
  browser,
}) => {
  const desk = await openDesk(browser, await addColleague('administrator', '闻理'))
  const errors = errorsOf(desk.page)
  const category = `堤上${newId()}`
  const { slug } = await openCategory(desk, category)
  const before = await openCategory(desk, `水边${newId()}`)
  const write = (headline: string, bodyHtml = `<p>${headline}。</p>`) =>
    leaveDraft(desk, { headline, bodyHtml, categoryIds: [before.id] })
  // The last one written stands first.
  const withdrawn = await write(WITHDRAWN)
  await act(desk, editor(withdrawn), 'publish', withdrawn, {})
  await act(desk, editor(withdrawn), 'withdraw', withdrawn, { reason: '失实', approver: '严终', notice: '' })
  const empty = await write(EMPTY, '')
  await write(ALSO_WHOLE)
  const whole = await write(WHOLE)
  const tag = `汛期${newId()}`
  const { id: tagId } = await act(desk, editor(whole), 'createTag', tag)

  const { page } = desk
  await page.goto('/admin/articles?mine=1')
  const all = [WHOLE, ALSO_WHOLE, EMPTY, WITHDRAWN]

  await choose(page, all, '打标签')
  await pick(page, '加上标签', tag)
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  expect((await told(desk, whole)).content.tagIds, 'nothing is done before it is confirmed').toEqual([])
  await page.getByRole('region', { name: '对所选稿件' }).getByRole('button', { name: '打标签' }).click()
  await pick(page, '加上标签', tag)
  await expectResults(page, '打标签', '3 篇完成，1 篇没有完成', {
    [WHOLE]: '完成',
    [ALSO_WHOLE]: '完成',
    [EMPTY]: '完成',
    [WITHDRAWN]: '稿件现在的状态不能这样做',
  })
  expect((await told(desk, empty)).content.tagIds).toEqual([tagId])

  await choose(page, all, '归栏目')
  await pick(page, '栏目', category)
  await expectResults(page, '归栏目', '3 篇完成，1 篇没有完成', { [EMPTY]: '完成', [WITHDRAWN]: '稿件现在的状态不能这样做' })
  expect((await told(desk, whole)).content.categoryIds).toHaveLength(2)

  const written = [WHOLE, ALSO_WHOLE, EMPTY]
  await choose(page, written, '送审')
  await expectResults(page, '送审 3 篇', '2 篇完成，1 篇没有完成', { [WHOLE]: '完成', [EMPTY]: '还没有正文' })

  await choose(page, written, '发布')
  await expectResults(page, '发布 3 篇', '2 篇完成，1 篇没有完成', { [ALSO_WHOLE]: '完成', [EMPTY]: '还没有正文' })
  const list = async () => await (await page.request.get(`/category/${slug}`)).text()
  await expect.poll(list).toContain(WHOLE)
  expect(await list()).toContain(ALSO_WHOLE)
  expect(await list()).not.toContain(EMPTY)

  // What was not done can be tried again, and only that.
  await choose(page, [WHOLE, EMPTY], '发布')
  await page.getByRole('dialog').getByRole('button', { name: '发布 2 篇' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: /^重试/ })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '完成', exact: true }).click()

  const { path } = await told(desk, whole)
  if (!path) throw new Error('what is live has no address')
  await choose(page, written, '撤稿')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '撤下 3 篇' })).toBeDisabled()
  await dialog.getByLabel('撤稿原因').fill('开工日期有误')
  await dialog.getByLabel('批准人').fill('严终')
  await expectResults(page, '撤下 3 篇', '2 篇完成，1 篇没有完成', { [WHOLE]: '完成', [EMPTY]: '稿件现在的状态不能这样做' })
  await expect.poll(async () => (await page.request.get(path)).status()).toBe(410)

  await choose(page, [WHOLE, EMPTY], '废弃')
  await expectResults(page, '废弃 2 篇', '1 篇完成，1 篇没有完成', { [EMPTY]: '完成', [WHOLE]: '稿件现在的状态不能这样做' })
  await expect(page.getByRole('row').filter({ hasText: EMPTY })).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: WHOLE })).toHaveCount(1)
  expect(errors).toEqual([])
})

const editor = (id: string) => `/admin/articles/${id}`

/** Chooses these rows and no others, and what is to be done to them. */
async function choose(page: Page, headlines: readonly string[], deed: string): Promise<void> {
  for (const headline of headlines) await page.getByRole('checkbox', { name: `选择《${headline}》` }).check()
  const bar = page.getByRole('region', { name: '对所选稿件' })
  await expect(bar).toContainText(`已选 ${headlines.length} 篇`)
  await bar.getByRole('button', { name: deed, exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText(`${headlines.length} 篇稿件`)
}

async function pick(page: Page, field: string, text: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: field, exact: true }).fill(text)
  await page.getByRole('option', { name: text }).first().click()
}

/** Confirms once; the summary, and a line for each article. */
async function expectResults(page: Page, confirm: string, summary: string, lines: Record<string, string>): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText(summary)
  for (const [headline, told] of Object.entries(lines))
    await expect(dialog.getByRole('listitem').filter({ hasText: headline })).toHaveText(`${headline}${told}`)
  await dialog.getByRole('button', { name: '完成', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: '对所选稿件' })).toHaveCount(0)
}
