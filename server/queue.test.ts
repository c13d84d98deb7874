import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from './db'
import { startWorkers } from './jobs/workers'
import { enqueue, prepareQueues } from './queue'
import { createTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const jobs = async () =>
  await db().$queryRaw<{ state: string; data: unknown }[]>`
    SELECT "state"::text, "data" FROM pgboss.job WHERE "name" = 'article.schedule' ORDER BY "created_on"`

it('keeps a job exactly when the command that left it is kept', async () => {
  await expect(
    db().$transaction(async (tx) => {
      await enqueue(tx, 'article.schedule', { scheduleId: 1 })
      throw new Error('the command failed')
    }),
  ).rejects.toThrow('the command failed')
  expect(await jobs()).toEqual([])
  await db().$transaction((tx) => enqueue(tx, 'article.schedule', { scheduleId: 2 }))
  expect(await jobs()).toEqual([{ state: 'created', data: { scheduleId: 2 } }])
})

it('puts no job beside one that waits with the same key', async () => {
  for (const scheduleId of [3, 4]) {
    await db().$transaction((tx) => enqueue(tx, 'article.schedule', { scheduleId }, { key: 'same' }))
  }
  expect((await jobs()).map(({ data }) => data)).toEqual([{ scheduleId: 2 }, { scheduleId: 3 }])
})

it('gives a job to its handler once, at its time and not before, and again where the handler failed', async () => {
  const at = new Date(Date.now() + 1_500)
  await db().$transaction((tx) => enqueue(tx, 'article.schedule', { scheduleId: 5 }, { startAfter: at }))
  const done: { scheduleId: number; atMs: number }[] = []
  let failures = 0
  const workers = startWorkers({
    'article.schedule': async ({ scheduleId }) => {
      if (scheduleId === 3 && failures++ === 0) throw new Error('once')
      done.push({ scheduleId, atMs: Date.now() })
    },
  })
  await vi.waitFor(() => expect(done.map(({ scheduleId }) => scheduleId).sort()).toEqual([2, 3, 5]), { timeout: 20_000 })
  expect(failures).toBe(2)
  const lateMs = (done.find(({ scheduleId }) => scheduleId === 5)?.atMs ?? 0) - at.getTime()
  expect(lateMs).toBeGreaterThanOrEqual(0)
  await workers.stop()
  expect((await jobs()).map(({ state }) => state)).toEqual(['completed', 'completed', 'completed'])
})

it('hands back what is not finished when it has to stop', async () => {
  await db().$transaction((tx) => enqueue(tx, 'article.schedule', { scheduleId: 6 }))
  let begun = false
  const workers = startWorkers({
    'article.schedule': async () => {
      begun = true
      await new Promise(() => {})
    },
  })
  await vi.waitFor(() => expect(begun).toBe(true), { timeout: 10_000 })
  const sinceMs = Date.now()
  await workers.stop()
  expect(Date.now() - sinceMs).toBeLessThan(8_000)
  expect((await jobs()).at(-1)).toEqual({ state: 'retry', data: { scheduleId: 6 } })
})

it('does anew what a dead process held, within seconds of its last heartbeat, and lets none take what a living one holds', async () => {
  await db().$transaction((tx) => enqueue(tx, 'media.render', { mediaId: 'held' }))
  await db().$executeRaw`
    UPDATE pgboss.job SET "state" = 'active', "started_on" = now() - interval '20 seconds', "heartbeat_on" = now() - interval '20 seconds'
    WHERE "name" = 'media.render'`
  const beats = () => db().$queryRaw<{ beat: boolean }[]>`
    SELECT "heartbeat_on" > "started_on" AS "beat" FROM pgboss.job WHERE "name" = 'media.render' AND "state" = 'active'`
  let begun = 0
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const workers = startWorkers({
    'media.render': async () => {
      begun++
      await ended
    },
  })
  await vi.waitFor(() => expect(begun).toBe(1), { timeout: 30_000 })
  await vi.waitFor(async () => expect(await beats()).toEqual([{ beat: true }]), { timeout: 30_000 })
  end()
  await workers.stop()
  expect(begun).toBe(1)
}, 60_000)

it('goes on after every connection was cut', async () => {
  const done: number[] = []
  const workers = startWorkers({ 'article.schedule': async ({ scheduleId }) => done.push(scheduleId) })
  await vi.waitFor(() => expect(done).toContain(6), { timeout: 20_000 })
  await db()
    .$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'broadsheet jobs' AND datname = current_database()`
  await db().$transaction((tx) => enqueue(tx, 'article.schedule', { scheduleId: 7 }))
  await vi.waitFor(() => expect(done).toContain(7), { timeout: 20_000 })
  await workers.stop()
})

it('is made by several processes at once, and again without harm', async () => {
  await db().$executeRaw`DROP SCHEMA pgboss CASCADE`
  await Promise.all([1, 2, 3].map(() => prepareQueues(database.url)))
  await prepareQueues(database.url)
  await db().$transaction((tx) => enqueue(tx, 'media.render', { mediaId: 'a' }))
})
