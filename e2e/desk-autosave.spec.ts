import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, expect, test } from '@playwright/test'
import { type Desk, deskOf, editorOf, keptText, leaveDraft, openDesk, told, type } from './desk-trust'
import { addColleague, type Colleague, staffCommand } from './staff'

let writer: Colleague
test.beforeAll(async () => {
  writer = await addColleague('reporter', '林文')
})

async function beginText(desk: Desk): Promise<{ id: string } & ReturnType<typeof editorOf>> {
  const id = await leaveDraft(desk, { headline: '夜航船', bodyHtml: '<p>船到码头。</p>' })
  const claimed = desk.page.waitForResponse(`**/admin/articles/${id}/presence`)
  await desk.page.goto(`${desk.site}/admin/articles/${id}`)
  await claimed
  const editor = editorOf(desk.page)
  await expect(editor.headline).toBeEditable()
  return { id, ...editor }
}

test('a tab that is closed on the last letter has lost nothing when it is opened again', async ({ browser }) => {
  const desk = await openDesk(browser, writer)
  const { id, body } = await beginText(desk)
  await type(body, '旅客上岸。')
  await desk.page.close()
  const again = { ...desk, page: await desk.page.context().newPage() }
  await again.page.goto(`/admin/articles/${id}`)
  await expect(editorOf(again.page).body).toContainText('船到码头。旅客上岸。')
  await expect.poll(() => keptText(again, id)).toContain('旅客上岸。')
})

test('a new article that never reached the server is found again on a blank sheet', async ({ browser }) => {
  const desk = await openDesk(browser, writer)
  await desk.page.goto('/admin/articles/new')
  const { headline, body, status } = editorOf(desk.page)
  await expect(headline).toBeEditable()
  await desk.page.context().setOffline(true)
  await type(headline, '没有网的早晨')
  await type(body, '山里没有信号。')
  await expect(status).toContainText('离线，已存在本机')
  await desk.page.close()
  await desk.page.context().setOffline(false)
  const again = { ...desk, page: await desk.page.context().newPage() }
  await again.page.goto('/admin/articles/new')
  await expect(again.page.getByText('这台电脑上有一篇没存到服务器的新稿：《没有网的早晨》')).toBeVisible()
  await again.page.getByRole('link', { name: '接着写' }).click()
  await expect(editorOf(again.page).body).toContainText('山里没有信号。')
  await expect(again.page).toHaveURL(/\/admin\/articles\/[0-9a-z]{10}$/)
  const id = again.page.url().split('/').at(-1) ?? ''
  expect((await told(again, id)).content).toMatchObject({ headline: '没有网的早晨' })
})

test('a browser that is killed without a network has every word when it runs again', async ({ launchOptions, baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'))
  const run = () => runBrowser(launchOptions, profile)
  const before = await run()
  const { id, body, status } = await beginText(await deskIn(before.browser, writer, baseURL))
  await before.browser.contexts()[0]?.setOffline(true)
  await type(body, '灯还亮着。')
  await expect(status).toContainText('离线，已存在本机')
  await before.kill()

  const after = await run()
  const desk = await deskIn(after.browser, writer, baseURL)
  await desk.page.goto(`${baseURL}/admin/articles/${id}`)
  // The window that died holds the article for half a minute more, unless its own writer goes on here: no word to oneself is asked.
  await desk.page.getByRole('button', { name: '在这里编辑' }).click()
  await expect(desk.page.getByText('上次没来得及保存的文字已恢复')).toBeVisible()
  await expect(editorOf(desk.page).body).toContainText('船到码头。灯还亮着。')
  await expect.poll(() => keptText(desk, id)).toContain('灯还亮着。')
  await after.kill()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('what is typed while the network is away is saved when it is back, with nobody doing anything', async ({ browser }) => {
  const desk = await openDesk(browser, writer)
  const { id, headline, body, status } = await beginText(desk)
  await desk.page.context().setOffline(true)
  await type(headline, '靠岸')
  await expect(status).toContainText('离线，已存在本机')
  await type(body, '船工收缆。')
  await type(body, '天快亮了。')
  expect(await keptText({ ...desk, page: await elsewhere(browser, writer) }, id)).not.toContain('船工')
  await desk.page.context().setOffline(false)
  await expect(status).toContainText('已保存')
  expect(await keptText(desk, id)).toMatch(/夜航船靠岸 .*船到码头。船工收缆。天快亮了。/)
})

test('a session that ended while somebody wrote is begun anew in place, and nothing is lost', async ({ browser }) => {
  const own = await addColleague('reporter', '何青')
  const desk = await openDesk(browser, own)
  const { id, body, status } = await beginText(desk)
  const password = `harbour ${own.password}`
  await staffCommand('reset-password', '--email', own.email, '--password', password)
  await type(body, '雾散了。')
  const asked = desk.page.getByRole('dialog', { name: '请重新登录' })
  await expect(asked).toBeVisible({ timeout: 15_000 })
  expect((await desk.page.request.get(`/admin/articles/${id}/draft`)).status()).toBe(401)
  const form = asked.frameLocator('iframe')
  await form.getByLabel('邮箱').fill(own.email)
  await form.getByLabel('密码').fill(password)
  await form.getByRole('button', { name: '登录', exact: true }).click()
  await expect(asked).toBeHidden({ timeout: 20_000 })
  await expect(status).toContainText('已保存')
  await expect(body).toContainText('船到码头。雾散了。')
  await type(body, '开船。')
  await expect.poll(() => keptText(desk, id)).toContain('船到码头。雾散了。开船。')
})

const elsewhere = async (browser: Browser, who: Colleague) => (await openDesk(browser, who)).page

async function deskIn(browser: Browser, who: Colleague, site = ''): Promise<Desk> {
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no window')
  return await deskOf(await context.newPage(), who, site)
}

interface RunOptions {
  executablePath?: string
  args?: string[]
}

/** A browser as a process of its own, with a profile on disk. */
async function runBrowser({ executablePath, args = [] }: RunOptions, profile: string) {
  const options = [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const child = spawn(executablePath ?? chromium.executablePath(), options, { stdio: ['ignore', 'ignore', 'pipe'] })
  const address = await new Promise<string>((resolve, reject) => {
    const lines = createInterface(child.stderr)
    lines.on('line', (line) => {
      const [, found] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (found) resolve(found)
    })
    lines.on('close', () => reject(new Error('the browser ended')))
  })
  return {
    browser: await chromium.connectOverCDP(address),
    /** as a power cut does */
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
