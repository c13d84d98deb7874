import { connect } from 'node:net'
import { expect, post, test } from './newsroom'

/** Words that stand in no other article of the archive, told apart by project: both import into one site. */
const NAMES = {
  phone: {
    word: '青砖渡槽',
    code: 'NW2026111809000001',
    other: 'NW2026111809000002',
    source: '渡口晨报',
    sound: '杜口晨报',
    tag: '旧闸甲',
  },
  desktop: {
    word: '白石水闸',
    code: 'NW2026111809000011',
    other: 'NW2026111809000012',
    source: '石桥晚报',
    sound: '十乔晚报',
    tag: '旧闸乙',
  },
}
type Project = keyof typeof NAMES
const namesOf = (project: string) => NAMES[project as Project]

const article = (project: string, second = false) => {
  const { word, code, other, source, tag } = namesOf(project)
  const title = second ? `${word}今日停水检修` : `${word}修复完工`
  const body = `<p>${'河水流过村庄。'.repeat(60)}站长说，${word}已经用了六十年。</p>`
  return {
    [`2026-11-18-${second ? other : code}.md`]: post({
      title,
      code: second ? other : code,
      date: second ? '2026-11-19 09:00:00 +0800' : '2026-11-18 09:00:00 +0800',
      category: 'ceshiribao',
      tags: `测试日报新闻 ${tag}`,
      body,
    }).replace('文章来源：测试日报', `文章来源：${source}`),
  }
}

let imported = false
test.beforeEach(async ({ newsroom }, { project }) => {
  if (!imported) await newsroom.importPosts({ ...article(project.name), ...article(project.name, true) })
  imported = true
})

test('a reader sees where the words stand, in headlines and in the middle of a text', async ({ page }, { project }) => {
  const { word } = namesOf(project.name)
  await page.goto(`/search?q=${encodeURIComponent(word)}`)
  await expect(page.locator('main [role=status]')).toHaveText('2 条')
  const first = page.locator('.hit').first()
  await expect(first.locator('h2 mark')).toHaveText(word)
  await expect(first.locator('.standfirst mark')).toHaveText(word)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow')
  await page.getByRole('link', { name: '最新' }).click()
  await expect(page).toHaveURL(/sort=newest/)
  await expect(page.locator('.hit h2').first()).toHaveText(`${word}今日停水检修`)
})

test('a filter narrows what is found, and its link takes it away again', async ({ page, isMobile }, { project }) => {
  const { word, source, tag } = namesOf(project.name)
  await page.goto(`/search?q=${encodeURIComponent(word)}`)
  if (isMobile) await page.locator('.search-filters > summary').click()
  await page.getByLabel('来源').fill(source)
  await page.getByLabel('从').fill('2026-11-19')
  await page.getByRole('button', { name: '按条件查找' }).click()
  await expect(page).toHaveURL(/from=2026-11-19/)
  await expect(page.locator('.hit h2')).toHaveText([`${word}今日停水检修`])
  await page.getByRole('link', { name: '去掉“2026年11月19日以后”' }).click()
  await expect(page.locator('.hit')).toHaveCount(2)
  await expect(page.getByRole('link', { name: `去掉“来源：${source}”` })).toBeVisible()
  if (isMobile) await page.locator('.search-filters > summary').click()
  await page.getByLabel('标签', { exact: true }).fill(tag)
  await page.getByRole('button', { name: '按条件查找' }).click()
  await expect(page.locator('.hit')).toHaveCount(2)
  await expect(page.getByLabel('标签', { exact: true })).toHaveValue(tag)
  await expect(page.getByRole('link', { name: `去掉“标签：${tag}”` })).toBeVisible()
})

test('what is typed narrows too: phrases, what must not be there, a source', async ({ page }, { project }) => {
  const { word, source } = namesOf(project.name)
  for (const [q, count] of [
    [`“${word}” -检修`, 1],
    [`${word} 来源:${source}`, 2],
    [`${word} 来源：没有的报`, 0],
    [`${word}　停水`, 1],
  ] as const) {
    await page.goto(`/search?q=${encodeURIComponent(q)}`)
    await expect(page.locator('.hit'), q).toHaveCount(count)
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('whoever types other characters of the same sound is asked what they meant', async ({ page }, { project }) => {
  const { sound, source } = namesOf(project.name)
  await page.goto(`/search?q=${sound}`)
  await expect(page.locator('.meant')).toHaveText(`要找的是不是“${source}”？`)
  await page.locator('.meant a').click()
  await expect(page.locator('.hit')).toHaveCount(2)
})

test('a name of the paper stands above what was found, by its initials too', async ({ page }, { project }) => {
  const { source } = namesOf(project.name)
  const initials = project.name === 'phone' ? 'dkcb' : 'sqwb'
  for (const q of [source, initials]) {
    await page.goto(`/search?q=${encodeURIComponent(q)}`)
    await expect(page.locator('.named-hits').getByRole('link', { name: source })).toHaveAttribute('href', /^\/source\//)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('searching, filtering and paging are a form and links', async ({ page, isMobile }) => {
    await page.goto('/search')
    await page.locator('main').getByRole('searchbox').fill('河水')
    await page.locator('main').getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/\/search\?q=/)
    await expect(page.locator('.hit').first()).toBeVisible()
    if (isMobile) await page.locator('.search-filters > summary').click()
    await page.getByLabel('栏目').selectOption({ index: 1 })
    await page.getByRole('button', { name: '按条件查找' }).click()
    await expect(page).toHaveURL(/category=/)
    await page.goto('/search?q=的&sort=newest')
    const first = await page.locator('.hit h2').first().innerText()
    await page.locator('a[rel=next]').click()
    await expect(page.locator('.hit h2').first()).not.toHaveText(first)
    await page.locator('a[rel=prev]').click()
    await expect(page.locator('.hit h2').first()).toHaveText(first)
    await expect(page).toHaveURL(/sort=newest/)
  })
})

test('whoever’s old client sends the letters of a search as they are is led to what was found', async ({ request, baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? '')
  const socket = connect(Number(port), hostname)
  socket.write('GET /search?q=的 HTTP/1.1\r\nHost: reader\r\n\r\n')
  let heard = ''
  for await (const chunk of socket) heard += chunk
  expect(heard).toMatch(/^HTTP\/1\.1 308 /)
  const [, address = ''] = /^Location: (.*)\r$/m.exec(heard) ?? []
  expect(address).toBe('/search?q=%E7%9A%84')
  expect((await request.get(address)).status()).toBe(200)
})

test('nonsense, operators and far too much are answered calmly, and lead on', async ({ page, request }) => {
  await page.goto(`/search?q=${encodeURIComponent('&|!:*<->')}`)
  await expect(page.getByText('里没有能查找的字词')).toBeVisible()
  await page.goto(`/search?q=${encodeURIComponent('咘叿呩')}`)
  await expect(page.getByText('没有找到含“咘叿呩”的报道')).toBeVisible()
  await expect(page.locator('main').getByRole('link', { name: '全部栏目' })).toBeVisible()
  await page.goto(`/search?q=${encodeURIComponent('水'.repeat(150))}`)
  await expect(page.getByText('只按前 100 个字')).toBeVisible()
  for (const q of ["'; DROP TABLE", '%', '\\', '(((((', '来源:', '-水', '""', '水 & 火', '🙂', 'a'.repeat(199), '﷽﷽﷽']) {
    const answer = await request.get(`/search?q=${encodeURIComponent(q)}`)
    expect(answer.status(), q).toBe(200)
    expect(await answer.text(), q).toContain('<h1')
  }
  const tooLong = await request.get(`/search?q=${'w'.repeat(10_000)}`)
  expect([tooLong.status(), (await tooLong.text()).includes('网址太长了')]).toEqual([400, true])
  const api = await request.get('/api/v1/search?q=%E6%B2%B3%E6%B0%B4&limit=1')
  expect(await api.json()).toMatchObject({ total: expect.any(Number), items: [{ headline: expect.any(String) }] })
})

test('the elder view stays the elder view', async ({ page }) => {
  await page.goto('/search?q=河水&view=elder')
  await expect(page.locator('.hit h2 a').first()).toHaveAttribute('href', /view=elder/)
  await page.locator('main').getByRole('button', { name: '搜索' }).click()
  await expect(page).toHaveURL(/view=elder/)
})

test.describe('while somebody types', () => {
  const box = (page: import('@playwright/test').Page) => page.getByRole('combobox', { name: '搜索报道' }).first()

  test('names and headlines are offered, and a keyboard is enough to go there', async ({ page }, { project }) => {
    const { source, word } = namesOf(project.name)
    await page.goto('/search')
    await box(page).pressSequentially(source.slice(0, 2))
    const options = page.getByRole('listbox', { name: '搜索建议' }).getByRole('option')
    await expect(options.filter({ hasText: source })).toBeVisible()
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false')
    await expect(box(page)).toHaveValue(source.slice(0, 2))
    await box(page).fill(word.slice(0, 3))
    await expect(options.first()).toContainText(word)
    await page.keyboard.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    const active = await options.first().getAttribute('id')
    await expect(box(page)).toHaveAttribute('aria-activedescendant', active ?? '')
    await page.keyboard.press('ArrowUp')
    await expect(box(page)).toHaveAttribute('aria-activedescendant', '')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/2026\/11\/1[89]\//)
  })

  test('Enter without a choice searches for what was typed', async ({ page }, { project }) => {
    const { word } = namesOf(project.name)
    await page.goto('/search')
    await box(page).fill(word)
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\?q=/)
    await expect(page.locator('.hit')).toHaveCount(2)
  })

  test('nothing is asked while a Chinese word is being composed, and Enter only ends that', async ({ page }, { project }) => {
    const { word } = namesOf(project.name)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/suggest.json')) asked.push(decodeURIComponent(request.url()))
    })
    await page.goto('/search')
    await box(page).focus()
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'qing', selectionStart: 4, selectionEnd: 4 })
    await input.send('Input.imeSetComposition', { text: 'qing zhuan', selectionStart: 10, selectionEnd: 10 })
    await box(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 })
    await input.send('Input.insertText', { text: word })
    await expect(page.getByRole('option').first()).toContainText(word)
    expect(asked).toEqual([expect.stringContaining(`q=${word}`)])
    await expect(page).toHaveURL(/\/search$/)
  })
})
