import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { pruneVisitors } from '@/server/visitor-hash'
import { openDesk, type TestDesk, writeReady } from './desk-fixture'
import { recordVisits } from './record-visits'
import { takeSearch } from './take-search'

let database: TestDatabase
let desk: TestDesk
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
  id = await writeReady(desk)
})
afterAll(() => database.drop())
beforeEach(async () => {
  for (const table of ['ArticleReads', 'ShareCount', 'VisitorDeed', 'VisitorSearch'])
    await db().$executeRawUnsafe(`TRUNCATE "${table}"`)
})

const readsOf = async (articleId: string) =>
  (await db().articleReads.findMany({ where: { articleId } })).reduce((sum, { count }) => sum + count, 0)
const read = (who: string, count: number) => ({ who, what: id, count })

it('a visitor counts a few times a day, however many processes they come to', async () => {
  await Promise.all(
    Array.from({ length: 8 }, () => recordVisits('read', [read('192.0.2.1 phone', 2), read('192.0.2.2 phone', 1)])),
  )
  expect(await readsOf(id)).toBe(10)
  await recordVisits('read', [read('192.0.2.1 phone', 5)])
  expect(await readsOf(id)).toBe(10)
  await recordVisits('share', [{ who: '192.0.2.1 phone', what: `${id} weibo`, count: 3 }])
  expect(await db().shareCount.findMany({ select: { articleId: true, channel: true, count: true } })).toEqual([
    { articleId: id, channel: 'weibo', count: 3 },
  ])
})

it('who it was is written nowhere, and what is over is forgotten', async () => {
  await recordVisits('read', [read('192.0.2.1 phone', 1)])
  const [deed] = await db().visitorDeed.findMany()
  expect(deed?.hash).toMatch(/^[\w-]{22}$/)
  await db().$executeRaw`UPDATE "VisitorDeed" SET "until" = now() - interval '1 second'`
  await db().$executeRaw`INSERT INTO "VisitorSalt" ("day", "salt") VALUES (now()::date - 2, 'old')`
  await pruneVisitors()
  expect([await db().visitorDeed.count(), await db().visitorSalt.count()]).toEqual([0, 1])
})

it('searches of one visitor come out of one bucket, whichever process they are sent to', async () => {
  const waits = await Promise.all(Array.from({ length: 30 }, () => takeSearch('192.0.2.1', 1, 20)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(20)
  expect(Math.max(...waits)).toBeLessThanOrEqual(3)
  expect(await takeSearch('192.0.2.2', 1, 20)).toBe(0)
  await db().$executeRaw`UPDATE "VisitorSearch" SET "freeAt" = "freeAt" - interval '1 minute'`
  expect(await takeSearch('192.0.2.1', 20, 20)).toBe(0)
  expect(await takeSearch('192.0.2.1', 20, 20)).toBeGreaterThan(50)
})
