import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { recordReads } from './record-reads'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'aaaaaaaaa1' })
  await insertArticle({ id: 'aaaaaaaaa2' })
})
afterAll(async () => await database.drop())

it('adds up, from several processes at once, and passes over what is no article', async () => {
  const some = new Map([
    ['aaaaaaaaa2', 1],
    ['aaaaaaaaa1', 2],
    ['nosucharti', 9],
  ])
  await Promise.all([recordReads(some), recordReads(new Map([...some].reverse())), recordReads(some)])
  expect(await db().articleReads.findMany({ select: { articleId: true, count: true }, orderBy: { articleId: 'asc' } })).toEqual([
    { articleId: 'aaaaaaaaa1', count: 6 },
    { articleId: 'aaaaaaaaa2', count: 3 },
  ])
})
