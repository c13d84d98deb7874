import { expect, test } from '@playwright/test'
import { type Desk, editorOf, keptText, leaveDraft, openDesk, type } from './desk-trust'
import { addColleague, type Colleague } from './staff'

let writer: Colleague
let colleague: Colleague
test.beforeAll(async () => {
  writer = await addColleague('editor', '林文')
  colleague = await addColleague('editor', '周宁')
})

const open = async ({ page }: Desk, id: string) => {
  await page.goto(`/admin/articles/${id}`)
  return editorOf(page)
}

test('whoever opens a text that a colleague writes reads it; taken over with a word, what was not saved is a version', async ({
  browser,
}) => {
  const [lin, zhou] = [await openDesk(browser, writer), await openDesk(browser, colleague)]
  const id = await leaveDraft(lin, { headline: '渡口修桥', bodyHtml: '<p>渡口要修桥了。</p>' })
  const mine = await open(lin, id)
  await type(mine.body, '桥有三孔。')
  await expect(mine.status).toContainText('已保存')

  const theirs = await open(zhou, id)
  await expect(zhou.page.getByText('林文正在编辑')).toBeVisible()
  await expect(theirs.headline).toHaveAttribute('readonly')
  await expect(theirs.body).toHaveAttribute('contenteditable', 'false')
  await expect(theirs.body).toContainText('桥有三孔。')

  await lin.page.context().setOffline(true)
  await type(mine.body, '今天开工。')
  await expect(mine.status).toContainText('离线，已存在本机')
  await zhou.page.getByRole('button', { name: '接手编辑' }).click()
  const asked = zhou.page.getByRole('dialog')
  await asked.getByLabel('给林文留句话').fill('急着发，我先改标题')
  await asked.getByRole('button', { name: '接手编辑' }).click()
  await expect(theirs.headline).toBeEditable()
  await type(theirs.headline, '明年通车')
  await expect.poll(() => keptText(zhou, id)).toContain('渡口修桥明年通车')

  await lin.page.context().setOffline(false)
  await expect(lin.page.getByText('周宁接手了这篇稿件')).toBeVisible({ timeout: 20_000 })
  await expect(lin.page.getByText('急着发，我先改标题')).toBeVisible()
  await expect(lin.page.getByText('你没来得及保存的文字已另存为一个版本。')).toBeVisible()
  await expect(mine.headline).toHaveValue('渡口修桥明年通车')
  await expect(mine.headline).toHaveAttribute('readonly')
  expect(await keptText(lin, id)).not.toContain('今天开工。')

  await lin.page.goto(`/admin/articles/${id}/revisions`)
  const kept = lin.page.getByRole('list', { name: '版本列表' }).getByRole('listitem').filter({ hasText: '没能存入草稿的文字' })
  await expect(kept).toHaveCount(1)
  await expect(kept).toContainText('林文')
  await kept.getByRole('radio').first().check()
  await lin.page.getByRole('button', { name: '对比' }).click()
  await expect(lin.page.getByRole('region').filter({ hasText: '今天开工。' })).toBeVisible()
})

test('back after half a minute of no network, a writer sees both texts side by side and chooses; the other is a version', async ({
  browser,
}) => {
  const [lin, zhou] = [await openDesk(browser, writer), await openDesk(browser, colleague)]
  const chosen = { mine: '今天开工。', theirs: '下月开工。' }
  const ids = await Promise.all(
    ['甲', '乙'].map((name) => leaveDraft(lin, { headline: `渡口${name}`, bodyHtml: '<p>要修桥了。</p>' })),
  )
  const [first = '', second = ''] = ids
  const [oneTab, otherTab] = [lin, { ...lin, page: await lin.page.context().newPage() }]
  const mine = [await open(oneTab, first), await open(otherTab, second)] as const
  await lin.page.context().setOffline(true)
  for (const { body, status } of mine) {
    await type(body, chosen.mine)
    await expect(status).toContainText('离线，已存在本机')
  }
  // Silence of thirty seconds gives an article free: nobody has to take it over.
  const tabs = [zhou, { ...zhou, page: await zhou.page.context().newPage() }] as const
  const theirs = [await open(tabs[0], first), await open(tabs[1], second)] as const
  for (const [number, { body, headline }] of theirs.entries()) {
    await expect(headline).toBeEditable({ timeout: 60_000 })
    await type(body, chosen.theirs)
    await expect.poll(() => keptText(zhou, ids[number] ?? '')).toContain(chosen.theirs)
  }
  // Whoever leaves gives it free, so that coming back is a conflict and no taking over.
  for (const { page } of tabs) await page.goto('/admin/articles')
  await expect(async () => {
    await zhou.page.reload()
    for (const name of ['渡口甲', '渡口乙']) {
      const row = zhou.page.getByRole('row').filter({ hasText: name })
      await expect(row).toHaveCount(1)
      await expect(row).not.toContainText('正在编辑', { timeout: 1_000 })
    }
  }).toPass({ timeout: 90_000 })

  await lin.page.context().setOffline(false)
  for (const [{ page }, choice] of [
    [oneTab, '用我的'],
    [otherTab, '用周宁的'],
  ] as const) {
    const question = page.getByRole('dialog', { name: '周宁先保存了另一份文字' })
    await expect(question.locator('del')).toContainText('下月')
    await expect(question.locator('ins')).toContainText('今天')
    await question.getByRole('button', { name: choice }).click()
    await expect(question).toBeHidden()
    await expect(editorOf(page).status).toContainText('已保存')
  }
  expect(await keptText(lin, first)).toContain(chosen.mine)
  expect(await keptText(lin, second)).toContain(chosen.theirs)
  await expect(mine[1].body).toContainText(chosen.theirs)
  for (const [id, lost] of [
    [first, '下月'],
    [second, '今天'],
  ] as const) {
    await lin.page.goto(`/admin/articles/${id}/revisions`)
    await expect(lin.page.getByRole('region').locator('del, ins').filter({ hasText: lost })).toBeVisible()
  }
})
