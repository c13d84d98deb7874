import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDay } from '@/newsroom/calendar'
import type { DraftContent } from '@/newsroom/desk/draft'
import { db } from '@/server/db'
import { countByPeriod } from '@/server/queries/count-by-period'
import { withCurrentLinks } from '@/server/queries/current-links'
import { findAddress } from '@/server/queries/find-address'
import { findArticle } from '@/server/queries/find-article'
import { findCategory } from '@/server/queries/find-category'
import { findFrontPage } from '@/server/queries/find-front-page'
import { findPreview } from '@/server/queries/find-preview'
import { findRedirect } from '@/server/queries/find-redirect'
import { listArticles } from '@/server/queries/list-articles'
import { listCategories } from '@/server/queries/list-categories'
import { listCorrections } from '@/server/queries/list-corrections'
import { listFeed } from '@/server/queries/list-feed'
import { listFullArticles } from '@/server/queries/list-full-articles'
import { listListedNames } from '@/server/queries/list-listed-names'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { listNewestIds } from '@/server/queries/list-newest'
import { countNewsPieces, listNews } from '@/server/queries/list-news'
import { listPeriod } from '@/server/queries/list-period'
import { listArticlesOfPart, listNamesOfPart } from '@/server/queries/list-sitemap-part'
import { searchHeadlines } from '@/server/queries/search-headlines'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { correctArticle } from './correct-article'
import { openDesk, publishableText, rewrite, type TestDesk, well, write, writeReady } from './desk-fixture'
import { publishArticle } from './publish-article'
import { returnArticle } from './return-article'
import { setDates } from './set-dates'
import { openPreview } from './share-preview'
import { submitArticle } from './submit-article'
import { unpublishArticle } from './unpublish-article'
import { withdrawArticle } from './withdraw-article'

/** No reader may find this anywhere. */
const CANARY = '金丝雀密语'
const HOUR_MS = 3_600_000

let database: TestDatabase
let desk: TestDesk
let tagId: number
/** Articles that hold the canary, by the state they are in. */
const secret: Record<string, string> = {}
/** Articles readers see, beside them in every list. */
const open: string[] = []

const soon = () => new Date(Date.now() + HOUR_MS)
const secretly = (): Partial<DraftContent> => ({
  headline: `河边${CANARY}`,
  kicker: CANARY,
  subhead: CANARY,
  standfirst: CANARY,
  dateline: CANARY,
  searchTitle: CANARY,
  searchDescription: CANARY,
  bodyHtml: `<p>${CANARY}，书店在河边。</p>`,
  tagIds: [tagId],
})
async function live(change: Partial<DraftContent> = {}): Promise<string> {
  const articleId = await writeReady(desk, { tagIds: [tagId], ...change })
  well(await publishArticle(desk.chief, { articleId }))
  return articleId
}

beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
  tagId = (await db().tag.create({ data: { slug: 'hebian', name: '河边', sortKey: 'hebian' } })).id
  open.push(await live())

  secret.draft = await write(desk.reporter, publishableText(desk.categories[3], secretly()))
  secret.submitted = await write(desk.reporter, publishableText(desk.categories[3], secretly()))
  well(await submitArticle(desk.reporter, { articleId: secret.submitted }))
  secret.ready = await writeReady(desk, secretly())
  secret.returned = await writeReady(desk, secretly())
  well(await returnArticle(desk.chief, { articleId: secret.returned, reason: CANARY }))
  secret.scheduled = await writeReady(desk, secretly())
  well(await publishArticle(desk.chief, { articleId: secret.scheduled, at: soon() }))
  secret.embargoed = await writeReady(desk, secretly())
  well(await setDates(desk.chief, { articleId: secret.embargoed, embargoUntil: soon() }))
  well(await publishArticle(desk.chief, { articleId: secret.embargoed }))
  secret.withdrawn = await live(secretly())
  well(await correctArticle(desk.chief, { articleId: secret.withdrawn, wrong: CANARY, right: CANARY }))
  well(await withdrawArticle(desk.chief, { articleId: secret.withdrawn, reason: CANARY, approver: CANARY }))
  secret.unpublished = await live(secretly())
  well(await unpublishArticle(desk.chief, { articleId: secret.unpublished }))
  // Readers have another text of it.
  secret.changing = await live()
  await rewrite(desk.reporter, secret.changing, secretly())
  open.push(secret.changing, await live())
  for (const [state, articleId] of Object.entries(secret))
    await db().redirect.createMany({ data: { path: `/old/${state}.html`, articleId } })
})
afterAll(() => database.drop())

it('what readers are not to see is in no answer to them', async () => {
  const today = calendarDay(new Date(), 'Asia/Shanghai')
  const ids = [...Object.values(secret), ...open]
  const answers: Record<string, unknown> = {
    'the front page': await findFrontPage(),
    'the newest': await listNewestIds(),
    'the list of all': await listArticles('site', { size: 100 }),
    'a category': await listArticles(`category:${desk.categories[3] ?? 0}`, { size: 100 }),
    'a tag': await listArticles(`tag:${tagId}`, { size: 100 }),
    'the year': [await listPeriod(today.slice(0, 4), { size: 100 }), await countByPeriod(today.slice(0, 4))],
    'the month': [await listPeriod(today.slice(0, 7), { size: 100 }), await countByPeriod(today.slice(0, 7))],
    'a feed': await listFeed('site'),
    'the feeds of a category and a tag': [await listFeed(`category:${desk.categories[3] ?? 0}`), await listFeed(`tag:${tagId}`)],
    'the sitemap': [
      await listArticlesOfPart(today, 1),
      await listArticlesOfPart(today.slice(0, 7), 1),
      await listNamesOfPart('tag', 1),
    ],
    'the news sitemap': [await countNewsPieces(), await listNews(1)],
    'the API': [
      await listFullArticles({ size: 100, withBody: true }),
      await listFullArticles({ size: 100, withBody: true, tagId, ids }),
      await listListedNames('category', { after: null, size: 100 }),
    ],
    'the register': [await listCategories(), await findCategory('reviews-3')],
    'a search': [await searchHeadlines(CANARY), await searchHeadlines('河边'), await searchHeadlines('金丝')],
    'the corrections': await listCorrections(),
    articles: await Promise.all(ids.map(findArticle)),
    neighbours: await Promise.all(ids.map(listNeighbours)),
  }
  for (const [name, answer] of Object.entries(answers)) {
    const text = JSON.stringify(answer)
    expect([name, text.includes(CANARY)]).toEqual([name, false])
    for (const [state, id] of Object.entries(secret))
      if (state !== 'changing') expect([name, state, text.includes(id)]).toEqual([name, state, false])
  }
  // They do answer: the articles beside it are there.
  const listing = ['the front page', 'the newest', 'the list of all', 'a category', 'a tag', 'the year', 'a search']
  for (const name of [...listing, 'the API', 'a feed', 'the sitemap', 'the news sitemap'])
    for (const id of open) expect([name, JSON.stringify(answers[name]).includes(id)]).toEqual([name, true])
})

it('its address says nothing either, but that of what readers had, which says that it is gone', async () => {
  for (const [state, id] of Object.entries(secret)) {
    const known: Record<string, string> = { withdrawn: 'withdrawn', unpublished: 'offline', changing: 'live' }
    const isKnown = state in known
    expect([state, (await findAddress(id)) !== null]).toEqual([state, isKnown])
    expect([state, (await findRedirect(`/old/${state}.html`, null)) !== null]).toEqual([state, isKnown])
    expect([state, (await findArticle(id))?.state ?? null]).toEqual([state, known[state] ?? null])
    const linked = await withCurrentLinks(`<p><a href="/old/${state}.html">见此</a></p>`)
    expect(linked).not.toContain(CANARY)
  }
})

it('a preview shows it to whoever has the link, and says until when nothing of it may be told', async () => {
  const { path } = well(await openPreview(desk.chief, { articleId: secret.embargoed ?? '' }))
  const preview = await findPreview(path.split('/').at(-1) ?? '')
  expect(JSON.stringify(preview)).toContain(CANARY)
  expect(preview?.embargoUntil?.getTime()).toBeGreaterThan(Date.now())
})
