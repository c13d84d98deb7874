import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/db'
import { IDLE_MS } from '@/server/session-limits'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { pruneSignIns } from './prune-sign-ins'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())

it('what lets nobody in any more goes, what does stays', async () => {
  const [past, future] = [new Date(Date.now() - 1000), new Date(Date.now() + 60_000)]
  const userId = randomUUID()
  await db().staff.create({ data: { id: userId, email: 'a@x.cn', name: '林' } })
  const session = (token: string, expiresAt: Date, updatedAt = new Date()) => ({ id: token, token, userId, expiresAt, updatedAt })
  await db().session.createMany({
    data: [session('live', future), session('over', past), session('idle', future, new Date(Date.now() - IDLE_MS - 1000))],
  })
  const link = (identifier: string, expiresAt: Date) => ({
    id: identifier,
    identifier,
    value: userId,
    expiresAt,
    updatedAt: past,
  })
  await db().verification.createMany({ data: [link('open', future), link('expired', past)] })
  await pruneSignIns()
  expect((await db().session.findMany()).map(({ id }) => id)).toEqual(['live'])
  expect((await db().verification.findMany()).map(({ id }) => id)).toEqual(['open'])
})
