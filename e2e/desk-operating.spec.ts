import { join } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import { act, type Desk, editorOf, keptText, leaveDraft, openCategory, openDesk, told, type } from './desk-trust'
import { freePort, removeData, runSite, type SiteProcess } from './site-process'

// One site through what may befall it; its first administrator comes with its settings.
test.describe.configure({ mode: 'serial' })

const ADMINISTRATOR = { email: 'first@ribao.example', password: 'seven lanterns in the rain' }
const dataDir = join('.data', 'e2e', `desk-operator-${process.pid}`)
let url: string
let site: SiteProcess | undefined

test.beforeAll(async () => {
  test.setTimeout(120_000)
  url = `http://127.0.0.1:${await freePort()}`
  await start()
})
test.afterAll(async () => {
  await site?.stop()
  await removeData(dataDir)
})

async function start(): Promise<void> {
  const settings = { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password }
  site = await runSite({ url, dataDir, log: join('reports', 'e2e-desk-operator.log'), settings })
}

async function stop(how: 'stop' | 'kill'): Promise<void> {
  await site?.[how]()
  site = undefined
}

const signIn = (browser: Browser) => openDesk(browser, ADMINISTRATOR, url)
const editor = (id: string) => `/admin/articles/${id}`
const read = async (path: string | null) => await (await fetch(`${url}${path}`)).text()

test('the server is killed while somebody writes, and after its next start every letter is there', async ({ browser }) => {
  const desk = await signIn(browser)
  const id = await leaveDraft(desk, { headline: '雨夜巡堤', bodyHtml: '<p>水位还在涨。</p>' })
  await desk.page.goto(editor(id))
  const { body, status } = editorOf(desk.page)
  await type(body, '第一班上堤。')
  await expect(status).toContainText('已保存')
  const longest = '二更换班，马灯照着水面，沙袋又垒高了一层。'.repeat(4)
  const typing = body.pressSequentially(longest, { delay: 40, timeout: 60_000 })
  await expect(status).toContainText('正在保存')
  await stop('kill')
  await typing
  await expect(status).toContainText('服务器暂时没有回应，已存在本机')
  await start()
  await body.pressSequentially('天亮了。')
  await expect(status).toContainText('已保存', { timeout: 45_000 })
  expect(await keptText(desk, id)).toContain(`水位还在涨。第一班上堤。${longest}天亮了。`)
  await desk.page.reload()
  await expect(body).toContainText(`第一班上堤。${longest}天亮了。`)
})

test('what was due while the site stood still goes out once, at its next start; what could not is told at the desk', async ({
  browser,
}) => {
  const desk = await signIn(browser)
  const { id: category } = await openCategory(desk, '堤上')
  const article = (headline: string) => leaveDraft(desk, { headline, bodyHtml: `<p>${headline}。</p>`, categoryIds: [category] })
  const [fresh, live, edited] = [await article('新闸开闸'), await article('旧闸检修'), await article('浮桥拆除')]
  await act(desk, editor(live), 'publish', live, {})
  await leaveDraft(desk, { headline: '旧闸检修延期' }, live)

  const due = Date.now() + 20_000
  for (const id of [fresh, live, edited]) await act(desk, editor(id), 'publish', id, { at: new Date(due).toISOString() })
  await leaveDraft(desk, { headline: '浮桥拆除改期' }, edited)
  expect(Date.now(), 'all of it is scheduled before it is due').toBeLessThan(due)
  await stop('stop')
  await expect.poll(() => Date.now() > due, { timeout: 30_000 }).toBe(true)
  await start()

  await expect.poll(async () => (await told(desk, fresh)).publication, { intervals: [100] }).toBe('live')
  await expect.poll(async () => await read((await told(desk, live)).path)).toContain('旧闸检修延期')
  expect(await read((await told(desk, fresh)).path)).toContain('新闸开闸')
  await desk.page.goto('/admin')
  const late = desk.page.locator('section', { has: desk.page.getByRole('heading', { name: '没有按时完成' }) })
  await expect(late).toContainText('浮桥拆除改期')
  await expect(late).toContainText('定时之后稿件改过，没有发布')

  expect(await recorded(desk, fresh, 'article.publish')).toBe(1)
  expect(await recorded(desk, live, 'article.publish-change')).toBe(1)
  expect(await recorded(desk, edited, 'article.publish')).toBe(0)
  expect(await recorded(desk, edited, 'article.schedule-failed')).toBe(1)
})

/** How often something is on record of an article. */
async function recorded(desk: Desk, id: string, action: string): Promise<number> {
  const lines = await desk.page.request.get(`${url}/admin/audit/export?format=json&subject=article:${id}`)
  return ((await lines.json()) as { action: string }[]).filter((line) => line.action === action).length
}
