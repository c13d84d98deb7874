import type { Page } from '@playwright/test'
import { expect, test } from './desk'
import { act, leaveDraft, newId, openCategory, openDesk, told } from './desk-trust'
import { errorsOf } from './newsroom'
import { addColleague } from './staff'
import { somePicture } from './writing'

// The paper's own order is one for everybody: one test after another, and it is left as it was found.
test.describe.configure({ mode: 'serial' })

const site = process.env.E2E_URL ?? ''
const text = async (page: Page, path: string) => (await (await page.request.get(path)).text()).replaceAll('<wbr/>', '')

/** Articles that readers have, in a category of their own. */
async function publish(page: Page, ...headlines: string[]): Promise<{ ids: string[]; slug: string; name: string }> {
  const desk = { page, site }
  const name = `版面${newId()}`
  const { id: category, slug } = await openCategory(desk, name)
  const ids: string[] = []
  for (const headline of headlines) {
    const id = await leaveDraft(desk, { headline, bodyHtml: `<p>${headline}。</p>`, categoryIds: [category] })
    await act(desk, `/admin/articles/${id}`, 'publish', id, {})
    ids.push(id)
  }
  return { ids, slug, name }
}

test('an editor orders the front page by button, keyboard and mouse; readers see it once it is published', async ({ signIn }) => {
  const page = await signIn('administrator')
  const run = newId()
  const [one, two, three] = [`头条甲${run}`, `头条乙${run}`, `头条丙${run}`]
  await publish(page, one, two, three)
  await page.goto('/admin/front-page')
  await page.waitForLoadState('networkidle')
  const stories = page.getByRole('list', { name: '头条与要闻' })
  const order = async () =>
    (await stories.getByRole('listitem').allTextContents()).flatMap((line) =>
      [one, two, three].filter((each) => line.includes(each)),
    )
  for (const headline of [one, two, three]) await page.getByRole('button', { name: `把“${headline}”排上头版` }).click()
  expect(await order()).toEqual([one, two, three])

  await page.getByRole('button', { name: `“${three}”上移` }).click()
  expect(await order()).toEqual([one, three, two])

  const handle = (headline: string) => page.getByRole('button', { name: `拖动“${headline}”` })
  await handle(two).focus()
  await page.keyboard.press('Space')
  await expect(handle(two)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(`已拿起“${two}”`)).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(`“${two}”移到第 2 位`)).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(order).toEqual([one, two, three])

  const [from, to] = [await handle(three).boundingBox(), await handle(one).boundingBox()]
  if (!from || !to) throw new Error('the stories are not on the screen')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 8, to.y + 20, { steps: 12 })
  await page.mouse.move(to.x + 8, to.y + 4, { steps: 4 })
  await page.mouse.up()
  await expect.poll(order).toEqual([three, one, two])

  await page.getByLabel('一句话').fill(`突发${run}`)
  expect(await text(page, '/'), 'nothing is public yet').not.toContain(`突发${run}`)
  await page.getByRole('button', { name: '预览头版' }).click()
  await expect(page.getByRole('dialog').frameLocator('iframe').getByText(`突发${run}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '发布头版' }).click()
  await expect(page.getByText('头版已更新')).toBeVisible()
  await expect.poll(() => text(page, '/')).toContain(`突发${run}`)
  const shown = await text(page, '/')
  const places = [three, one, two].map((headline) => shown.indexOf(headline))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(Math.min(...places)).toBeGreaterThan(0)

  for (const headline of [one, two, three]) await page.getByRole('button', { name: `把“${headline}”撤下头版` }).click()
  await page.getByLabel('一句话').fill('')
  await page.getByRole('button', { name: '发布头版' }).click()
  await expect.poll(() => text(page, '/')).not.toContain(`突发${run}`)
  await page.reload()
  await expect(
    page
      .locator('section', { has: page.getByRole('heading', { name: '历次头版' }) })
      .getByRole('listitem')
      .nth(1),
  ).toBeVisible()
})

test('a category that is renamed is found at its old address; a tag merged into another is taken back', async ({ signIn }) => {
  const page = await signIn('chief')
  const keeper = await signIn('administrator')
  const run = newId()
  const { ids, slug, name } = await publish(keeper, `有栏目的稿${run}`)
  await page.goto('/admin/categories')
  await page.getByRole('button', { name: `“${name}”的操作` }).click()
  await page.getByRole('menuitem', { name: '编辑' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill(`新名${run}`)
  await dialog.getByLabel('地址').fill(`xinming-${run}`)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  const moved = await page.request.get(`/category/${slug}`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, `/category/xinming-${run}`])
  expect(await text(page, `/category/xinming-${run}`)).toContain(`新名${run}`)

  const desk = { page: keeper, site }
  const [article = ''] = ids
  const [gone, stays] = [`甲签${run}`, `乙签${run}`]
  for (const tag of [gone, stays]) await act(desk, `/admin/articles/${article}`, 'createTag', tag)
  await page.goto(`/admin/tags?q=${encodeURIComponent(gone)}`)
  await page.getByRole('button', { name: `“${gone}”的操作` }).click()
  await page.getByRole('menuitem', { name: '并入其他…' }).click()
  await dialog.getByRole('combobox', { name: '并入' }).fill(stays)
  await page.getByRole('option', { name: stays }).click()
  await dialog.getByRole('button', { name: '合并' }).click()
  await expect(page.getByText(`“${gone}”已并入“${stays}”`)).toBeVisible()
  await page.goto('/admin/tags')
  await page.getByRole('button', { name: `撤销“${gone}”的合并` }).click()
  await expect(page.getByRole('button', { name: `撤销“${gone}”的合并` })).toHaveCount(0)
  await page.goto(`/admin/tags?q=${encodeURIComponent(gone)}`)
  await expect(page.getByRole('cell', { name: gone, exact: true })).toBeVisible()
})

test('a tag that nothing carries is deleted only by whoever types its name', async ({ signIn }) => {
  const page = await signIn('administrator')
  const id = await leaveDraft({ page, site }, { headline: '没有标签的稿' })
  const tag = `没人用${newId()}`
  await act({ page, site }, `/admin/articles/${id}`, 'createTag', tag)
  await page.goto(`/admin/tags?unused=1&q=${encodeURIComponent(tag)}`)
  await page.getByRole('button', { name: '删除本页 1 个没有稿件的标签' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '删除', exact: true })).toBeDisabled()
  await dialog.getByLabel(`输入“${tag}”以确认`).fill(tag)
  await dialog.getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByRole('cell', { name: tag, exact: true })).toHaveCount(0)
})

test('several pictures are brought at once; one that is none is named; its middle and its words are kept', async ({
  browser,
}) => {
  const { page } = await openDesk(browser, await addColleague('editor', '白复'))
  const errors = errorsOf(page)
  await page.goto('/admin/media')
  await page.waitForLoadState('networkidle')
  const run = newId()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '上传图片' }).click()
  await (await choosing).setFiles([
    { name: `first${run}.png`, mimeType: 'image/png', buffer: await somePicture() },
    { name: `second${run}.png`, mimeType: 'image/png', buffer: await somePicture() },
    { name: `third${run}.png`, mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
  ])
  await expect(page.getByText('已传 2 张')).toBeVisible({ timeout: 30_000 })
  const refused = page.getByRole('listitem').filter({ hasText: `third${run}.png` })
  await expect(refused).toContainText('不是照片')
  await expect(refused.getByRole('button', { name: '重试' })).toHaveCount(0)

  await page.getByRole('searchbox').fill(`first${run}`)
  const tiles = page.getByRole('button', { name: /^图片：/ })
  await expect(tiles).toHaveText([new RegExp(`^first${run}`)])
  await tiles.click()
  const sheet = page.getByRole('dialog')
  const focus = sheet.getByRole('button', { name: /^焦点/ })
  await expect(focus).toHaveAccessibleName('焦点，横 50%，竖 50%')
  await focus.press('Shift+ArrowRight')
  await expect(focus).toHaveAccessibleName('焦点，横 60%，竖 50%')
  await sheet.getByLabel('替代文字').fill(`渡口的灯${run}`)
  await sheet.getByLabel('署名').fill('白复')
  await sheet.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await page.reload()
  await expect(sheet.getByLabel('替代文字')).toHaveValue(`渡口的灯${run}`)
  await expect(focus).toHaveAccessibleName('焦点，横 60%，竖 50%')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill(`渡口的灯${run}`)
  await expect(tiles).toHaveText([new RegExp(`^渡口的灯${run}`)])
  // The browser tells of the refused one, too.
  expect(errors).toEqual([expect.stringMatching(/status of 4\d\d/)])
  await page.context().close()
})

test('a text that goes to readers too early is taken off at its hour, and the record tells who did what', async ({ signIn }) => {
  const page = await signIn('administrator')
  const headline = `限时公示${newId()}`
  const { ids } = await publish(page, headline)
  const [id = ''] = ids
  const { path } = await told({ page, site }, id)
  const at = new Date(Date.now() + 4_000).toISOString()
  await act({ page, site }, `/admin/articles/${id}`, 'scheduleUnpublish', id, at)
  await expect.poll(async () => (await page.request.get(path ?? '')).status(), { timeout: 30_000 }).toBe(410)

  const chief = await signIn('chief', `/admin/audit?subject=article:${id}`)
  const lines = chief.getByRole('main')
  await expect(lines).toContainText(headline)
  const exported = await chief.request.get(`/admin/audit/export?format=json&subject=article:${id}`)
  const deeds = ((await exported.json()) as { action: string }[]).map(({ action }) => action)
  expect(deeds).toEqual(
    expect.arrayContaining(['article.create', 'article.publish', 'article.schedule-unpublish', 'article.unpublish']),
  )
})
