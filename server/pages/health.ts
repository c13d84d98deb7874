import { readdir } from 'node:fs/promises'
import pg from 'pg'

export interface Readiness {
  database: boolean
  migrations: boolean
  bus: boolean
}

const LIMIT_MS = 2_000
/** Asked often by balancers: one look at the database serves all who ask within a second. */
const FRESH_MS = 1_000

/** Whether this process can do its work: the database answers, every migration is applied, the bus listens. */
export function createReadiness(options: {
  url: () => string
  migrationsDir: string
  listening: () => boolean
}): () => Promise<Readiness> {
  let asked: { at: number; answer: Promise<Omit<Readiness, 'bus'>> } | null = null
  return async () => {
    if (!asked || Date.now() - asked.at > FRESH_MS)
      asked = { at: Date.now(), answer: askDatabase(options.url, options.migrationsDir) }
    return { ...(await asked.answer), bus: options.listening() }
  }
}

async function askDatabase(url: () => string, migrationsDir: string): Promise<Omit<Readiness, 'bus'>> {
  let client: pg.Client | null = null
  try {
    client = new pg.Client({
      connectionString: url(),
      connectionTimeoutMillis: LIMIT_MS,
      query_timeout: LIMIT_MS,
      application_name: 'broadsheet readyz',
    })
    client.on('error', () => {})
    await client.connect()
    const applied = await client
      .query<{ migration_name: string }>(
        'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
      )
      .catch(() => ({ rows: [] }))
    const names = new Set(applied.rows.map((row) => row.migration_name))
    const folders = (await readdir(migrationsDir, { withFileTypes: true })).filter((entry) => entry.isDirectory())
    return { database: true, migrations: folders.every((folder) => names.has(folder.name)) }
  } catch {
    return { database: false, migrations: false }
  } finally {
    void client?.end().catch(() => {})
  }
}
