import { type APIRequestContext, expect, test } from '@playwright/test'
import { act, type Content, type Desk, leaveDraft, newId, openCategory, openDesk, told } from './desk-trust'
import { addColleague } from './staff'

/** No reader may find this anywhere; what is searched for stands beside it. */
const CANARY = '金丝雀密语'
const SOUGHT = '石桥埠'
const OPEN = '渡船照常开行'
const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

interface Paper {
  desk: Desk
  /** what every article of it is filed under */
  labels: Pick<Content, 'categoryIds' | 'tagIds' | 'sourceId'>
  /** addresses of lists that the open article is on */
  lists: string[]
}

test('what is embargoed, scheduled, a draft or taken down leaves the paper by no way out', async ({ browser, playwright }) => {
  const desk = await openDesk(browser, await addColleague('administrator', '闻理'))
  const { labels, lists } = await openPaper(desk)
  const secret = {
    embargoed: await secretly(desk, labels, async (id) => {
      await act(desk, editor(id), 'setDates', id, { plannedFor: null, embargoUntil: inHours(2) })
      await publish(desk, id)
    }),
    scheduled: await secretly(desk, labels, async (id) => publish(desk, id, { at: inHours(1) })),
    draft: await secretly(desk, labels),
    // a printed code and a shared link still lead there
    'taken down': await secretly(desk, labels, async (id) => {
      await publish(desk, id)
      await act(desk, editor(id), 'unpublish', id)
    }),
  }
  const changed = await leaveDraft(desk, { ...labels, headline: `${SOUGHT}${OPEN}`, bodyHtml: `<p>${OPEN}。</p>` })
  await publish(desk, changed)
  const openPath = (await told(desk, changed)).path ?? ''
  await leaveDraft(desk, { headline: `${SOUGHT}${CANARY}`, bodyHtml: `<p>${CANARY}。</p>` }, changed)

  const reader = await playwright.request.newContext({ baseURL: desk.site })
  for (const address of [...lists, openPath]) await showsOnlyWhatIsOpen(reader, address, { mustShow: true })
  await showsOnlyWhatIsOpen(reader, '/corrections')
  const days = [inHours(0), inHours(1), inHours(2)].map((at) => dayPath(new Date(at)))
  for (const [state, id] of Object.entries(secret)) {
    const gone = [`/api/v1/articles/${id}`, `/s/${id}`, ...drawnOf(id), ...days.map((day) => `${day}/${id}`)]
    for (const address of gone) {
      // The short address that readers had of what was taken down, and its code, lead to the page that says so.
      const least = state === 'taken down' && /^\/(?:s|qr)\//.test(address) ? 200 : 404
      expect(await showsOnlyWhatIsOpen(reader, address), `${state} ${address}`).toBeGreaterThanOrEqual(least)
    }
    for (const page of ['', '/draft', '/revisions', '/review']) await showsOnlyWhatIsOpen(reader, `${editor(id)}${page}`)
  }
  await reader.dispose()
})

test('who has a preview link sees the draft, and until when nothing of it may be told', async ({ browser, playwright }) => {
  const desk = await openDesk(browser, await addColleague('reporter', '林晓'))
  const id = await leaveDraft(desk, { headline: CANARY, bodyHtml: `<p>${CANARY}。</p>` })
  const { path } = await act(desk, editor(id), 'sharePreview', id, 24)
  await act(desk, editor(id), 'setDates', id, { plannedFor: null, embargoUntil: inHours(2) })
  const reader = await playwright.request.newContext({ baseURL: desk.site })
  const answer = await reader.get(String(path))
  expect(answer.status()).toBe(200)
  const html = await answer.text()
  expect(html).toContain(CANARY)
  expect(html).toContain('前不得外传')
  expect(html).toMatch(/<meta name="robots" content="noindex/)
  expect(answer.headers()['cache-control']).toContain('no-store')
  await reader.dispose()
})

const drawnOf = (id: string) => [
  `/qr/${id}.svg`,
  `/card/${id}.png`,
  `/card/${id}-square.png`,
  `/card/${id}.jpg`,
  `/poster/${id}.png`,
]
const editor = (id: string) => `/admin/articles/${id}`
const publish = (desk: Desk, id: string, input: { at?: string } = {}) => act(desk, editor(id), 'publish', id, input)

/** The day an address has, on the newsroom's clock. */
const dayPath = (at: Date) =>
  `/${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at).replaceAll('-', '/')}`

/** An article full of the secret, and what then becomes of it. */
async function secretly(desk: Desk, labels: Paper['labels'], become?: (id: string) => Promise<unknown>): Promise<string> {
  const words = { kicker: CANARY, subhead: CANARY, standfirst: CANARY, dateline: CANARY }
  const hidden = { searchTitle: CANARY, searchDescription: CANARY }
  const bodyHtml = `<p>${SOUGHT}的消息：${CANARY}。</p>`
  const id = await leaveDraft(desk, { ...labels, ...words, ...hidden, headline: `${SOUGHT}${CANARY}`, bodyHtml })
  await become?.(id)
  return id
}

/** A category, a tag and a source of their own, with an article that readers see. */
async function openPaper(desk: Desk): Promise<Pick<Paper, 'labels' | 'lists'>> {
  const name = newId()
  const { id: category, slug } = await openCategory(desk, `栏目${name}`)
  const first = await leaveDraft(desk, { headline: `${SOUGHT}${OPEN}`, bodyHtml: `<p>${OPEN}。</p>` })
  const tag = await act(desk, editor(first), 'createTag', `标签${name}`)
  const source = await act(desk, editor(first), 'createSource', `来源${name}`)
  const labels = { categoryIds: [category], tagIds: [Number(tag.id)], sourceId: Number(source.id) }
  await leaveDraft(desk, labels, first)
  await publish(desk, first)
  const { path } = await told(desk, first)
  const html = await (await desk.page.request.get(`${desk.site}${path}`)).text()
  const [labelled = ''] = /\/tag\/[^"?]+/.exec(html) ?? []
  const [from = ''] = /\/source\/[^"?]+/.exec(html) ?? []
  const [, year, month, day] = (path ?? '').split('/')
  const dates = [`/${year}`, `/${year}/${month}`, `/${year}/${month}/${day}`]
  const found = `/search?q=${encodeURIComponent(SOUGHT)}`
  const api = ['', `&category=${slug}`].map((query) => `/api/v1/articles?limit=100&fields=id,headline,bodyHtml${query}`)
  const places = [`/category/${slug}`, labelled, from]
  const feeds = places.flatMap((place) => ['feed.xml', 'rss.xml', 'feed.json'].map((file) => `${place}/${file}`))
  return { labels, lists: [path ?? '', '/', ...places, ...dates, '/latest.json', '/news-sitemap.xml', found, ...api, ...feeds] }
}

/** As a reader asks, and as somebody asks who knows how Next hands its pages over. Answers the status. */
async function showsOnlyWhatIsOpen(reader: APIRequestContext, address: string, { mustShow = false } = {}): Promise<number> {
  const plain = await reader.get(address, { maxRedirects: 0 })
  const joint = address.includes('?') ? '&' : '?'
  const others = [
    await reader.get(address, { maxRedirects: 0, headers: { rsc: '1' } }),
    await reader.get(`${address}${joint}_rsc=1`, { maxRedirects: 0, headers: { rsc: '1', 'next-router-prefetch': '1' } }),
    await reader.get(`${address}${joint}view=elder`, { maxRedirects: 0 }),
  ]
  for (const answer of [plain, ...others]) {
    const said = `${JSON.stringify(answer.headers())} ${await answer.text()}`
    expect(said, address).not.toContain(CANARY)
    expect(said, address).not.toContain(encodeURIComponent(CANARY))
  }
  if (mustShow) expect(await plain.text(), address).toContain(OPEN)
  return plain.status()
}
