import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { recordShares } from './record-shares'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'aaaaaaaaa1' })
})
afterAll(async () => await database.drop())

it('adds up by channel, from several processes at once, and passes over what is no article', async () => {
  const some = new Map([
    ['aaaaaaaaa1 weibo', 2],
    ['aaaaaaaaa1 qr', 1],
    ['nosucharti qr', 9],
  ])
  await Promise.all([recordShares(some), recordShares(new Map([...some].reverse())), recordShares(some)])
  expect(await db().shareCount.findMany({ select: { channel: true, count: true }, orderBy: { channel: 'asc' } })).toEqual([
    { channel: 'qr', count: 3 },
    { channel: 'weibo', count: 6 },
  ])
})
