import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from './config'
import { db } from './db'
import { openLog } from './log'
import { listPools } from './pools'
import { inRequest } from './request-scope'
import { createTestDatabase, type TestDatabase } from './test-database'
import { QUERIES, type QueryDone } from './told'

const written: string[] = []
const home = globalThis as { [home: symbol]: unknown }
const LOG = Symbol.for('broadsheet.log')
let database: TestDatabase
let before: unknown
beforeAll(async () => {
  database = await createTestDatabase({ SLOW_QUERY_MS: '60' })
  before = home[LOG]
  home[LOG] = openLog(readConfig({ LOG_LEVEL: 'warn' }), { write: (line) => void written.push(line) })
})
afterAll(async () => {
  home[LOG] = before
  await database.drop()
})

it('a slow statement is logged with its text and the request it was asked for, never with its values', async () => {
  const done: QueryDone[] = []
  const hear = (message: unknown) => void done.push(message as QueryDone)
  subscribe(QUERIES, hear)
  await inRequest({ id: 'request-of-a-reader' }, async () => {
    await db().$queryRaw`SELECT ${'a-secret-value'}::text, pg_sleep(0.1)::text`
    await db().$queryRaw`SELECT ${'quick'}::text`
  })
  unsubscribe(QUERIES, hear)
  expect(done.map(({ pool }) => pool)).toEqual(['site', 'site'])
  expect(done[0]?.seconds).toBeGreaterThan(0.09)
  const slow = written.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(slow).toMatchObject([{ msg: 'a slow query', pool: 'site', request: 'request-of-a-reader' }])
  expect(slow[0]?.sql).toContain('pg_sleep(0.1)')
  expect(written.join()).not.toContain('a-secret-value')
})

it('a pool tells how many of its connections are at work and who waits for one', async () => {
  const site = () => listPools().find(({ name }) => name === 'site')
  const asking = Promise.all(Array.from({ length: 7 }, () => db().$queryRaw`SELECT pg_sleep(0.3)::text`))
  await expect.poll(() => [site()?.busy, site()?.waiting], { interval: 5, timeout: 5_000 }).toEqual([5, 2])
  await asking
  expect(site()).toMatchObject({ busy: 0, idle: 5, waiting: 0 })
})
