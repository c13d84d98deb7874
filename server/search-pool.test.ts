import { afterAll, beforeAll, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { SearchBusy, SearchSlow, withSearchConnection } from './search-pool'
import { createTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ SEARCH_POOL_SIZE: '2' })
})
afterAll(async () => await database.drop())

const one = () => withSearchConnection(async (ask) => (await ask<{ n: number }>(Prisma.sql`SELECT 1 AS "n"`))[0]?.n)

it('lets two ask and sixteen wait, tells whoever comes then, and serves all that wait', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const held = [0, 1].map(() => withSearchConnection(async () => await gate))
  const waiting = Array.from({ length: 16 }, one)
  await expect(one()).rejects.toBeInstanceOf(SearchBusy)
  open()
  await Promise.all(held)
  expect(await Promise.all(waiting)).toEqual(Array(16).fill(1))
  expect(await one()).toBe(1)
})

it('cuts off a question nobody would wait for, and has its connection back', async () => {
  const slow = () => withSearchConnection(async (ask) => await ask(Prisma.sql`SELECT pg_sleep(600)`))
  await expect(Promise.all([slow(), slow()])).rejects.toBeInstanceOf(SearchSlow)
  expect(await Promise.all([one(), one(), one()])).toEqual([1, 1, 1])
})
