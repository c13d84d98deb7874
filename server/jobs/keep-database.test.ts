import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readConfig } from '@/server/config'
import { embeddedDatabaseUrl } from '@/server/database-url'
import { db, disconnect } from '@/server/db'
import { ensureEmbeddedPostgres, isWithEmbeddedPostgres, stopEmbeddedPostgres } from '@/server/embedded-postgres'
import { enqueue, prepareQueues } from '@/server/queue'
import { keepDatabase } from './keep-database'
import { startWorkers } from './workers'

let folder: string
let dataDir: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keep-'))
  await chmod(folder, 0o755)
  dataDir = join(folder, 'data')
  Object.assign(globalThis, { [Symbol.for('broadsheet.config')]: readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }) })
  await ensureEmbeddedPostgres(dataDir)
})
afterAll(async () => {
  await disconnect()
  await stopEmbeddedPostgres(dataDir, { ifUnused: false })
  await rm(folder, { recursive: true, force: true })
})

const pidFile = async () => (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n').map(Number)
const portOf = async () => (await pidFile())[3]
const ask = () => db().$queryRaw`SELECT 7 AS seven`

async function killServer(): Promise<void> {
  const [pid = 0] = await pidFile()
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(isWithEmbeddedPostgres(dataDir)).toBe(false), { timeout: 5_000, interval: 10 })
}

it('a server that died comes back, and the client there goes on', async () => {
  expect(await ask()).toEqual([{ seven: 7 }])
  const port = await portOf()
  await killServer()
  await expect(ask()).rejects.toThrow()
  await keepDatabase()
  expect(await portOf()).toBe(port)
  expect(await ask()).toEqual([{ seven: 7 }])
  const [pid] = await pidFile()
  await keepDatabase()
  expect((await pidFile())[0]).toBe(pid)
})

it('the client and the queues’ workers follow it to another port, where its own was taken meanwhile', async () => {
  await prepareQueues(embeddedDatabaseUrl(dataDir))
  const done: number[] = []
  const workers = startWorkers({ 'article.schedule': async ({ scheduleId }) => done.push(scheduleId) })
  const leave = (scheduleId: number) => db().$transaction((tx) => enqueue(tx, 'article.schedule', { scheduleId }))
  await leave(1)
  await vi.waitFor(() => expect(done).toEqual([1]), { timeout: 10_000 })
  const port = await portOf()
  await killServer()
  const other = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1')
  await once(other, 'listening')
  await expect(ask()).rejects.toThrow()
  await keepDatabase()
  expect(await portOf()).not.toBe(port)
  expect(await ask()).toEqual([{ seven: 7 }])
  await leave(2)
  await vi.waitFor(() => expect(done).toEqual([1, 2]), { timeout: 15_000 })
  await workers.stop()
  other.close()
})
