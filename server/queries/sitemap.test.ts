import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATEGORIES, LATEST, NAMES, periodTag } from '@/newsroom/cache-tags'
import { MOST_ADDRESSES, MOST_NEWS, partPath, readPart } from '@/newsroom/sitemap/sitemap-part'
import { db } from '@/server/db'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { countNewsPieces, listNews } from './list-news'
import { listArchiveOfYear, listArticlesOfPart, listNamesOfPart, listSinglePages } from './list-sitemap-part'
import { listSitemapParts } from './list-sitemap-parts'

let database: TestDatabase
const HOUR_MS = 3_600_000

beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'monthfirst', at: '2026-09-30T16:00:00Z', tags: ['shuili'], source: '泽川日报' })
  await insertArticle({ id: 'monthlast0', at: '2026-10-31T15:59:59Z', categories: ['yaowen', '要闻 & 时评'] })
  await insertArticle({ id: 'yearbefore', at: '2025-12-31T15:59:59Z' })
  await insertArticle({
    id: 'hiddendraft',
    publication: 'unpublished',
    at: '2026-10-05T00:00:00Z',
    tags: ['mimi'],
    source: '密报',
  })
  await insertArticle({ id: 'withdrawn1', publication: 'withdrawn', at: '2026-10-06T00:00:00Z' })
  await insertArticle({ id: 'embargoed1', publication: 'scheduled', at: '2036-01-01T00:00:00Z' })
  await db().article.update({ where: { id: 'monthfirst' }, data: { updatedAt: new Date('2026-10-20T00:00:00Z') } })
})
afterAll(async () => await database.drop())

test('the index names a part for each month with something to read, and when it last changed', async () => {
  const { result, scope } = await withRenderScope(async () => await listSitemapParts())
  expect(result).toEqual([
    { path: '/sitemap/2026-10.xml', changedAt: new Date('2026-10-31T15:59:59Z') },
    { path: '/sitemap/2025-12.xml', changedAt: new Date('2025-12-31T15:59:59Z') },
    ...['pages', 'category-1', 'tag-1', 'source-1', 'archive-2026', 'archive-2025'].map((name) => ({
      path: `/sitemap/${name}.xml`,
      changedAt: null,
    })),
  ])
  expect([...scope.tags].sort()).toEqual(expect.arrayContaining([CATEGORIES, LATEST, NAMES]))
})

test('a part lists what was published in its month, in the newspaper’s zone, and depends on that month alone', async () => {
  const { result, scope } = await withRenderScope(async () => await listArticlesOfPart('2026-10', 1))
  expect(result).toEqual([
    { path: '/2026/10/01/monthfirst', changedAt: new Date('2026-10-20T00:00:00Z'), image: undefined },
    { path: '/2026/10/31/monthlast0', changedAt: new Date('2026-10-31T15:59:59Z'), image: undefined },
  ])
  expect([...scope.tags]).toEqual([periodTag('site', '2026-10')])
  expect(await listArticlesOfPart('2026-10', 2)).toEqual([])
  expect((await listArticlesOfPart('2026-10-31', 1)).map(({ path }) => path)).toEqual(['/2026/10/31/monthlast0'])
})

test('archive pages that have something to read', async () => {
  expect((await listArchiveOfYear('2026')).map(({ path }) => path)).toEqual(['/2026', '/2026/10', '/2026/10/01', '/2026/10/31'])
  expect(await listArchiveOfYear('2024')).toEqual([])
})

test('categories, tags and sources of public articles, and no other', async () => {
  const pathsOf = async (kind: 'category' | 'tag' | 'source') => (await listNamesOfPart(kind, 1)).map(({ path }) => path)
  expect(await pathsOf('category')).toEqual(['/category/yaowen', '/category/%E8%A6%81%E9%97%BB%20%26%20%E6%97%B6%E8%AF%84'])
  expect(await pathsOf('tag')).toEqual(['/tag/shuili'])
  expect(await pathsOf('source')).toEqual([`/source/${encodeURIComponent('泽川日报')}`])
  expect(await listNamesOfPart('tag', 2)).toEqual([])
  expect((await listSinglePages()).map(({ path }) => path)).toEqual(['/', '/category', '/corrections', '/api'])
})

test('the news sitemap holds two days, in files of a thousand, and ends by itself', async () => {
  expect(await countNewsPieces()).toBe(0)
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
  await insertArticle({ id: 'newsnewest', at: ago(1).toISOString(), headline: '新的' })
  await insertArticle({ id: 'newsoldest', at: ago(47).toISOString() })
  await insertArticle({ id: 'newstooold', at: ago(49).toISOString() })
  const { result, scope } = await withRenderScope(async () => await listNews(1))
  expect(result.map(({ headline }) => headline)).toEqual(['新的', '标题 newsoldest'])
  expect(scope.untilMs - Date.now()).toBeGreaterThan(0.9 * HOUR_MS)
  expect(scope.untilMs - Date.now()).toBeLessThan(HOUR_MS)

  await insertMany('many', MOST_NEWS - 1, new Date(Date.now() - HOUR_MS), 1)
  expect(await countNewsPieces()).toBe(2)
  expect(await listNews(1)).toHaveLength(MOST_NEWS)
  expect((await listNews(2)).map(({ headline }) => headline)).toEqual(['标题 newsoldest'])
})

test('a month of more than ten thousand is listed by its days, each article once', async () => {
  await insertMany('bulk', MOST_ADDRESSES + 1, new Date('2024-03-01T00:00:00Z'), 100)
  await insertMany('same', MOST_ADDRESSES + 1, new Date('2024-03-05T00:00:00Z'), 0)
  const parts = (await listSitemapParts()).map(({ path }) => path).filter((path) => path.startsWith('/sitemap/2024'))
  expect(parts.filter((path) => path.includes('-05')).sort()).toEqual(['/sitemap/2024-03-05-p2.xml', '/sitemap/2024-03-05.xml'])
  const listed: string[] = []
  for (const path of parts) {
    const part = readPart(path.split('/')[2] ?? '')
    if (part?.kind !== 'articles') throw new Error(`${path} is no part`)
    expect(partPath(part)).toBe(path)
    listed.push(...(await listArticlesOfPart(part.period, part.piece)).map((entry) => entry.path))
  }
  expect(listed).toHaveLength(20_002)
  expect(new Set(listed).size).toBe(20_002)
  expect(await listArticlesOfPart('2024-03', 1)).toEqual([])
})

/** Live articles of one text, `stepS` seconds apart. */
async function insertMany(prefix: string, count: number, from: Date, stepS: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(6, '0')}`)
  await db().$executeRaw`
    WITH texts AS (
      INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion", "contentHash", "author", "reason")
      SELECT id, 1, '快讯', '', '', 0, 1, 'x', 'test', 'test' FROM unnest(${ids}::text[]) id
    )
    INSERT INTO "Article" ("id", "publication", "publishedAt", "updatedAt", "liveRevision", "draftRevision")
    SELECT id, 'live', ${from}::timestamptz + n * ${stepS}::int * interval '1 second', ${from}::timestamptz, 1, 1
    FROM unnest(${ids}::text[]) WITH ORDINALITY AS t(id, n)`
}
