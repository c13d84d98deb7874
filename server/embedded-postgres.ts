import { existsSync, renameSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { embeddedDatabaseUrl } from './database-url'
import { postgresBinaries } from './postgres-binaries'
import { prepareCluster } from './postgres-cluster'
import { isServerRunning, startServer, stopServer } from './postgres-server'
import { withProcessLock } from './process-lock'

const LOG_BYTES = 10_000_000

/**
 * Every process that asked for the server keeps one idle connection to it, opened under the lock that stopping takes too:
 * so a server is never stopped under somebody who is about to connect, and a killed process leaves no trace.
 */
const HOME = Symbol.for('broadsheet.embedded-postgres')
const home = globalThis as { [HOME]?: Map<string, Client> }
home[HOME] ??= new Map()
const presences = home[HOME]

/**
 * The embedded PostgreSQL of a data folder: made, started or joined. Its files are `DATA_DIR/postgres` and
 * `DATA_DIR/postgres.password`; it listens on 127.0.0.1 only, for the site and every command alike.
 */
export async function ensureEmbeddedPostgres(dataDir: string): Promise<{ url: string; started: boolean }> {
  const at = resolve(dataDir)
  await mkdir(at, { recursive: true })
  return await withProcessLock(lockOf(at), async () => {
    const binaries = await postgresBinaries()
    const folder = await prepareCluster(binaries, at)
    const started = !(await isRunning(at, folder))
    if (started) {
      keepLogSmall(join(folder, 'server.log'))
      await startServer(binaries, folder)
    }
    const url = embeddedDatabaseUrl(at)
    await bePresent(at, url)
    return { url, started }
  })
}

/** Whether the server this process asked for still runs: its presence there ends with the server. */
export function isWithEmbeddedPostgres(dataDir: string): boolean {
  return presences.has(resolve(dataDir))
}

/** This process needs the server no more. It is stopped, with `ifUnused` only when no other client is connected; answers whether it was. */
export async function stopEmbeddedPostgres(dataDir: string, { ifUnused }: { ifUnused: boolean }): Promise<boolean> {
  const at = resolve(dataDir)
  if (!existsSync(at)) return false
  return await withProcessLock(lockOf(at), async () => {
    await leave(at)
    if (!existsSync(join(at, 'postgres', 'PG_VERSION'))) return false
    const binaries = await postgresBinaries()
    const folder = await prepareCluster(binaries, at)
    if (!(await isRunning(at, folder))) return false
    if (ifUnused && (await isUsed(embeddedDatabaseUrl(at)))) return false
    await stopServer(binaries, folder)
    return true
  })
}

const lockOf = (dataDir: string) => join(dataDir, 'postgres.lock')

const isRunning = (dataDir: string, folder: string) => isServerRunning(folder, () => embeddedDatabaseUrl(dataDir))

async function bePresent(dataDir: string, url: string): Promise<void> {
  if (presences.has(dataDir)) return
  const socket = new Socket()
  const client = new Client({
    connectionString: url,
    application_name: 'broadsheet presence',
    keepAlive: true,
    stream: () => socket,
  })
  const forget = () => {
    if (presences.get(dataDir) === client) presences.delete(dataDir)
  }
  client.on('error', forget)
  client.on('end', forget)
  await client.connect()
  // It must not keep a process alive that has nothing else to do.
  socket.unref()
  presences.set(dataDir, client)
}

async function leave(dataDir: string): Promise<void> {
  const client = presences.get(dataDir)
  presences.delete(dataDir)
  await client?.end().catch(() => {})
}

/** Asked for a moment, since the connections this process has just closed take some milliseconds to vanish. */
async function isUsed(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    for (let asked = 0; ; asked++) {
      const { rows } = await client.query<{ others: number }>(
        `SELECT count(*)::int AS others FROM pg_stat_activity
         WHERE backend_type IN ('client backend', 'walsender') AND pid <> pg_backend_pid()`,
      )
      if (rows[0]?.others === 0) return false
      if (asked === 10) return true
      await sleep(50)
    }
  } finally {
    await client.end().catch(() => {})
  }
}

function keepLogSmall(log: string): void {
  const { size } = statSync(log, { throwIfNoEntry: false }) ?? { size: 0 }
  if (size > LOG_BYTES) renameSync(log, `${log}.old`)
}
