import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { deedsOf, openDesk, type TestDesk, well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { ROOT } from './root'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())

const workers: ChildProcess[] = []
afterEach(async () => {
  for (const worker of workers.splice(0)) await end(worker, 'SIGKILL')
})

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'cli/worker.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      LOG_LEVEL: 'silent',
      DATABASE_POOL_SIZE: '4',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.push(worker)
  let said = ''
  worker.stdout?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  await vi.waitFor(() => expect(said).toContain('the worker is ready'), { timeout: 30_000 })
  return worker
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode
  worker.kill(signal)
  await once(worker, 'exit')
  return worker.exitCode
}

/** However long it took to write them: all of them are due `ms` after the last was scheduled. */
async function schedule(count: number, ms: number): Promise<{ ids: string[]; at: Date }> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const articleId = await writeReady(desk)
    well(await publishArticle(desk.chief, { articleId, at: new Date(Date.now() + 3_600_000) }))
    ids.push(articleId)
  }
  const at = new Date(Date.now() + ms)
  await db().$transaction([
    db().$executeRaw`UPDATE "Schedule" SET "at" = ${at} WHERE "articleId" = ANY(${ids})`,
    db().$executeRaw`UPDATE pgboss.job SET "start_after" = ${at} WHERE "state" = 'created'`,
  ])
  return { ids, at }
}
const liveOf = (ids: string[]) => db().article.count({ where: { id: { in: ids }, publication: 'live' } })

it('two workers, one killed at the very minute: everything goes out once, none early', async () => {
  const [first] = await Promise.all([startWorker(), startWorker()])
  const { ids, at } = await schedule(40, 3_000)
  await new Promise((resolve) => setTimeout(resolve, at.getTime() - Date.now() - 100))
  expect(await liveOf(ids)).toBe(0)
  await vi.waitFor(async () => expect(await liveOf(ids)).toBeGreaterThan(2), { timeout: 30_000, interval: 10 })
  if (first) await end(first, 'SIGKILL')
  await vi.waitFor(async () => expect(await liveOf(ids)).toBe(ids.length), { timeout: 60_000, interval: 100 })
  for (const id of ids) expect((await deedsOf(id)).filter((deed) => deed === 'article.publish')).toHaveLength(1)
  const schedules = await db().schedule.findMany({ where: { articleId: { in: ids } } })
  expect(schedules.every(({ doneAt, fault }) => doneAt !== null && doneAt >= at && fault === null)).toBe(true)
}, 90_000)

it('what came due while nobody was there is done after a start; a stop is clean', async () => {
  const { ids } = await schedule(3, 0)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await liveOf(ids)).toBe(0)
  const worker = await startWorker()
  await vi.waitFor(async () => expect(await liveOf(ids)).toBe(3), { timeout: 30_000 })
  expect(await end(worker, 'SIGTERM')).toBe(0)
}, 90_000)
