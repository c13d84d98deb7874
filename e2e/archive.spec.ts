import { expect, post, test } from './newsroom'

test('an imported post shows at once, everywhere, and its old addresses lead to it', async ({ page, newsroom }, { project }) => {
  const code = `NW2026112008000${project.name === 'phone' ? 1 : 2}`
  const file = `2026-11-20-${code}.md`
  const title = `测试稿${code}：新桥合龙`
  await page.goto('/')
  await newsroom.importPosts({ [file]: post({ title, code, body: '<p>　　本报讯（记者 田禾）新桥今天合龙。</p>' }) })

  for (const address of [`/ceshiribao/2026/11/20/${code}.html`, `/html_News/NewsShare.html?infoCode=${code}`]) {
    const moved = await page.request.get(address, { maxRedirects: 0 })
    expect(moved.status(), address).toBe(308)
    expect(moved.headers().location).toMatch(/\/2026\/11\/20\/[0-9a-z]{10}$/)
  }
  for (const address of ['/category/ceshiribao.html', '/ceshiribao/']) {
    expect((await page.request.get(address, { maxRedirects: 0 })).headers().location, address).toMatch(/\/category\/ceshiribao$/)
  }
  await page.goto(`/ceshiribao/2026/11/20/${code}.html`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('.article-meta')).toContainText('测试日报')
  await expect(page.locator('.article-meta')).toContainText('田禾')
  await expect(page.locator('.article-meta time').first()).toHaveAttribute('datetime', '2026-11-20T08:00:00+08:00')
  await expect(page.locator('main')).not.toContainText('返回测试日报新闻')
  const wrongDay = page.url().replace('/2026/11/20/', '/2020/01/01/')
  expect((await page.request.get(wrongDay, { maxRedirects: 0 })).status()).toBe(308)
})

test('the first reader after a change sees the new text', async ({ page, newsroom }, { project }) => {
  const code = `NW2026112009000${project.name === 'phone' ? 1 : 2}`
  const file = `2026-11-20-${code}.md`
  await newsroom.importPosts({ [file]: post({ title: '水价听证会改期', code, body: '<p>听证会改在周三。</p>' }) })
  await page.goto(`/ceshiribao/2026/11/20/${code}.html`)
  await expect(page.locator('article')).toContainText('听证会改在周三。')
  const before = page.url()

  await newsroom.importPosts({ [file]: post({ title: '水价听证会再次改期', code, body: '<p>听证会改在周五。</p>' }) })
  // The importer said done; a page server hears of it over the bus.
  await expect.poll(async () => await (await page.request.get(before)).text(), { intervals: [20] }).toContain('听证会改在周五。')
  await page.goto(before)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('水价听证会再次改期')
  await expect(page.locator('.article-meta')).toContainText('更新于')
  await page.goto('/category/ceshiribao')
  await expect(page.locator('main')).toContainText('水价听证会再次改期')
})

test('nothing of a post runs in a reader’s browser', async ({ page, newsroom }, { project }) => {
  const code = `NW2026112010000${project.name === 'phone' ? 1 : 2}`
  await page.addInitScript(() => {
    window.alert = () => document.documentElement.setAttribute('data-ran', '')
  })
  const body = `<p onclick="alert(1)">正文<img src=x onerror=alert(1)><svg onload=alert(1)></svg><a href="javascript:alert(1)">按这里</a></p><script>alert(1)</script><iframe srcdoc="<script>parent.alert(1)</script>"></iframe><p>{{ alert }} &lt;script&gt;</p>`
  await newsroom.importPosts({ [`2026-11-20-${code}.md`]: post({ title: '</title><script>alert(1)</script>', code, body }) })
  await page.goto(`/ceshiribao/2026/11/20/${code}.html`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('</title><script>alert(1)</script>')
  await page.getByText('按这里').click()
  await expect(page.locator('html')).not.toHaveAttribute('data-ran')
  await expect(page.locator('article')).toContainText('{{ alert }} <script>')
})
