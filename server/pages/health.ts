import { readdir } from 'node:fs/promises'
import type pg from 'pg'
import { withShortClient } from './short-client'

/** What is well, by name. Without one of `database`, `migrations`, `bus` readers get what may be untrue, or nothing. */
export interface Readiness {
  database: boolean
  migrations: boolean
  bus: boolean
  /** pictures can be kept */
  storage: boolean
  /** somebody does jobs, and none has been due for long */
  jobs: boolean
}

/** Asked often by balancers: one look at the database serves all who ask within a second. */
const FRESH_MS = 1_000
/** Storage is written to when it is looked at. */
const STORAGE_FRESH_MS = 15_000
const LATE_SECONDS = 120

export interface HealthOptions {
  url: () => string
  migrationsDir: string
  listening: () => boolean
  /** rejects where pictures cannot be kept */
  checkStorage: () => Promise<void>
}

/** Whether this process can do its work, and how the rest of the site is. */
export function createReadiness(options: HealthOptions): () => Promise<Readiness> {
  const database = remembered(FRESH_MS, () => askDatabase(options))
  const storage = remembered(STORAGE_FRESH_MS, () =>
    options.checkStorage().then(
      () => true,
      () => false,
    ),
  )
  return async () => ({ ...(await database()), bus: options.listening(), storage: await storage() })
}

function remembered<Answer>(freshMs: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: { atMs: number; answer: Promise<Answer> } | null = null
  return async () => {
    if (!asked || Date.now() - asked.atMs > freshMs) asked = { atMs: Date.now(), answer: ask() }
    return await asked.answer
  }
}

type OfDatabase = Pick<Readiness, 'database' | 'migrations' | 'jobs'>

async function askDatabase({ url, migrationsDir }: HealthOptions): Promise<OfDatabase> {
  try {
    return await withShortClient(url(), 'readyz', async (client) => ({
      database: true,
      migrations: await isMigrated(client, migrationsDir),
      jobs: await areJobsDone(client),
    }))
  } catch {
    return { database: false, migrations: false, jobs: false }
  }
}

async function isMigrated(client: pg.Client, migrationsDir: string): Promise<boolean> {
  const applied = await client
    .query<{ migration_name: string }>(
      'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
    )
    .catch(() => ({ rows: [] }))
  const names = new Set(applied.rows.map((row) => row.migration_name))
  const folders = (await readdir(migrationsDir, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  return folders.every((folder) => names.has(folder.name))
}

/** pg-boss counts a process as gone that missed three of its beats. */
async function areJobsDone(client: pg.Client): Promise<boolean> {
  const { rows } = await client
    .query<{ working: boolean; late: boolean }>(
      `SELECT EXISTS (SELECT FROM pgboss.instance WHERE "stopped_on" IS NULL
          AND "heartbeat_on" > now() - 3 * "heartbeat_seconds" * interval '1 second') AS "working",
        EXISTS (SELECT FROM pgboss.job WHERE "state" IN ('created', 'retry')
          AND "start_after" < now() - interval '${LATE_SECONDS} seconds') AS "late"`,
    )
    .catch(() => ({ rows: [] }))
  return rows.some(({ working, late }) => working && !late)
}
