import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from '@/newsroom/search/lexeme'
import { NO_SEARCH, type SearchQuery } from '@/newsroom/search/search-query'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { searchArticles } from './search-articles'

/** More than is read whole: 水库 is in all, 渡口 in the older two thirds, 水闸 in every fiftieth, 船闸 in the headline of every third. */
const COUNT = 6_000
const PAGE = 200
const DAY_MS = 86_400_000
const newestMs = Date.now() - DAY_MS
/** Of these ids samples say that there are 6,528. */
const id = (number: number) => `some${String(number).padStart(6, '0')}`
const all = Array.from({ length: COUNT }, (_, number) => ({
  id: id(number),
  // The first is the newest; three of them at the same moment.
  at: new Date(newestMs - Math.floor(number / 3) * 2 * DAY_MS),
  words: [
    '水库',
    ...(number >= COUNT / 3 ? ['渡口'] : []),
    ...(number % 50 === 0 ? ['水闸'] : []),
    ...(number % 3 === 0 ? ['船闸', '^船闸'] : []),
  ],
}))
/** As the index lists them: by time, then by id, the greater first. */
const listed = all.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
const having = (word: string) => listed.filter(({ words }) => words.includes(word)).map((article) => article.id)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const terms = all.map((article) => {
    const month = article.at.toISOString().slice(0, 7)
    return [...article.words, `m:${month}`, `y:${month.slice(0, 4)}`, `z:${sampleOf(article.id)}`].join(' ')
  })
  const ids = all.map((article) => article.id)
  const times = all.map(({ at }) => at)
  await insertTogether(ids, times)
  await db().$executeRaw`DELETE FROM "SearchStale"`
  await db().$executeRaw`
    INSERT INTO "SearchEntry" ("articleId", "part", "listedAt", "version", "terms", "ranks")
    SELECT x.id, 0, x.at, 1, array_to_tsvector(string_to_array(x.terms, ' ')), ''
    FROM unnest(${ids}::text[], ${times}::timestamptz[], ${terms}::text[]) x (id, at, terms)`
  await db().$executeRaw`ANALYZE "SearchEntry", "Article", "Revision"`
})
afterAll(async () => await database.drop())

/** An article and its text need each other, so they are written together. */
async function insertTogether(ids: string[], times: Date[]): Promise<void> {
  await db().$executeRaw`
    WITH article AS (INSERT INTO "Article" ("id", "publication", "publishedAt", "liveRevision", "draftRevision")
      SELECT x.id, 'live', x.at, 1, 1 FROM unnest(${ids}::text[], ${times}::timestamptz[]) x (id, at))
    INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion", "contentHash", "author", "reason")
    SELECT x.id, 1, '水库', '', '水库渡口水闸船闸', 8, 1, x.id, 'test', 'test' FROM unnest(${ids}::text[]) x (id)`
}

const ask = async (query: Partial<SearchQuery>, cursor?: string) => {
  let answer = await searchArticles({ ...NO_SEARCH, ...query }, { cursor, size: PAGE })
  // What a busy machine cuts off is asked again.
  while (answer.state === 'slow') answer = await searchArticles({ ...NO_SEARCH, ...query }, { cursor, size: PAGE })
  if (answer.state !== 'found') throw new Error(answer.state)
  return { ...answer, ids: answer.hits.map((hit) => hit.id) }
}
async function pagesOf(query: Partial<SearchQuery>): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor: string | undefined; ; ) {
    const page = await ask(query, cursor)
    pages.push(page.ids)
    if (page.next === null) return pages
    cursor = page.next
  }
}

describe('of words in thousands of articles', () => {
  it.each(['水库', '渡口', '水闸', '船闸'])('%s: every one is listed once, the newest first', async (word) => {
    const pages = await pagesOf({ words: [word] })
    expect(pages.flat()).toEqual(having(word))
    expect(pages.slice(0, -1).every((page) => page.length === PAGE)).toBe(true)
  })

  it('the way back shows the same pages', async () => {
    const query = { words: ['渡口'] }
    const first = await ask(query)
    const second = await ask(query, first.next ?? '')
    const third = await ask(query, second.next ?? '')
    const back = await ask(query, third.previous ?? '')
    expect(back.ids).toEqual(second.ids)
    const start = await ask(query, back.previous ?? '')
    expect([start.ids, start.previous]).toEqual([first.ids, null])
  })

  it('counts are about right, and say that they are', async () => {
    const { total } = await ask({ words: ['水库'] })
    expect(total.exact).toBe(false)
    // Never more than there are articles at all.
    expect(total.count).toBe(COUNT)
    const older = await ask({ words: ['渡口'] })
    expect(older.total.exact).toBe(false)
    expect(Math.abs(older.total.count - (COUNT * 2) / 3) / COUNT).toBeLessThan(0.4)
    expect((await ask({ words: ['水闸'] })).total).toEqual({ count: COUNT / 50, exact: true })
  })

  it('a range of days and an exclusion hold', async () => {
    const [from, to] = [new Date(newestMs - 2_000 * DAY_MS), new Date(newestMs - 500 * DAY_MS)]
    const days = { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) }
    const expected = listed
      .filter(({ words }) => !words.includes('船闸'))
      .filter(({ at }) => {
        const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
        return day >= days.from && day <= days.to
      })
      .map((article) => article.id)
    expect((await pagesOf({ words: ['水库'], excluded: ['船闸'], ...days })).flat()).toEqual(expected)
  })

  it('by relevance every one is listed once, those with the word in the headline before', async () => {
    const pages = await pagesOf({ words: ['船闸'], order: 'relevance' })
    expect(pages.flat().toSorted()).toEqual(having('船闸').toSorted())
    expect(pages[0]).toEqual(having('船闸').slice(0, PAGE))
    const far = (await pagesOf({ words: ['水库'], order: 'relevance' })).flat()
    expect([far.length, new Set(far).size]).toEqual([COUNT, COUNT])
  })

  it('leads back from behind those that are ranked', async () => {
    const query = { words: ['水库'], order: 'relevance' as const }
    const first = await ask(query)
    const second = await ask(query, first.next ?? '')
    const third = await ask(query, second.next ?? '')
    expect((await ask(query, third.previous ?? '')).ids).toEqual(second.ids)
    expect((await ask(query, second.previous ?? '')).ids).toEqual(first.ids)
  })
})
