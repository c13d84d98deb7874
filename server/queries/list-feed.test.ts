import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleTag, LATEST, periodTag } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { listFeed } from './list-feed'

let database: TestDatabase
const serial = (number: number) => `article${String(number).padStart(3, '0')}`
const instant = (number: number) => new Date(Date.UTC(2026, 9, 1, number)).toISOString()

beforeAll(async () => {
  database = await createTestDatabase()
  for (let number = 1; number <= 65; number++) await insertArticle({ id: serial(number), at: instant(number) })
  await insertArticle({ id: 'hiddendraft', publication: 'unpublished', at: instant(66) })
  await insertArticle({ id: 'embargoed01', publication: 'scheduled', at: '2036-01-01T00:00:00Z' })
  await insertArticle({ id: 'withdrawn01', publication: 'withdrawn', at: instant(67) })
  await db().article.update({ where: { id: serial(65) }, data: { feedId: 'https://old.example/a/b' } })
})
afterAll(async () => await database.drop())

test('thirty whole articles, the newest first, none that is not public', async () => {
  const { result, scope } = await withRenderScope(async () => await listFeed('site'))
  expect(result.articles.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => serial(65 - index)))
  expect(result.articles[0]).toMatchObject({ feedId: 'https://old.example/a/b', bodyHtml: '<p>正文。</p>' })
  expect([...scope.tags]).toEqual(expect.arrayContaining([LATEST, articleTag(serial(65)), articleTag(serial(36))]))
})

test('its pages together hold every article once; one between depends on its own days', async () => {
  const ids: string[] = []
  let before: string | undefined
  const scopes: Set<string>[] = []
  do {
    const { result, scope } = await withRenderScope(async () => await listFeed('site', before))
    ids.push(...result.articles.map(({ id }) => id))
    scopes.push(scope.tags)
    before = result.older ?? undefined
  } while (before)
  expect(ids).toEqual(Array.from({ length: 65 }, (_, index) => serial(65 - index)))
  expect(scopes).toHaveLength(3)
  expect(scopes[1]?.has(LATEST)).toBe(false)
  expect(scopes[1]?.has(periodTag('site', '2026-10-02'))).toBe(true)
})
