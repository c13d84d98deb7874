import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Config, readConfig } from './config'
import { embeddedDatabaseUrl } from './database-url'
import { disconnect } from './db'
import { ensureEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres'
import { readMigrations } from './migration-files'
import { deployMigrations } from './migrations'
import { withProcessLock } from './process-lock'
import { prepareQueues, queueFingerprint } from './queue'
import { disconnectSearch } from './search-pool'

/** Tests have a PostgreSQL of their own, beside whatever runs in `.data`. */
export const TEST_DATA_DIR = join(process.cwd(), '.data', 'test')

export interface TestDatabase {
  url: string
  /** a folder of its own for media and the like */
  dataDir: string
  drop(): Promise<void>
}

/**
 * A fresh, migrated, empty database, which `config()` and `db()` of this process use from now on. For a file's
 * `beforeAll`; its `drop` for `afterAll`.
 */
export async function createTestDatabase(settings: Record<string, string> = {}): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  const dataDir = join(TEST_DATA_DIR, 'files', name)
  const url = addressOf(name)
  await mkdir(dataDir, { recursive: true })
  await administer(`CREATE DATABASE "${name}" TEMPLATE "${templateName()}"`)
  await configure({ LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '5', ...settings, DATABASE_URL: url, DATA_DIR: dataDir })
  const drop = async () => {
    await disconnect()
    await disconnectSearch()
    await administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url, dataDir, drop }
}

/** Before all test files: the server, and the template every test database is copied from, made once for a set of migrations. */
export async function prepareTestServer(): Promise<{ release(): Promise<void> }> {
  await ensureEmbeddedPostgres(TEST_DATA_DIR)
  await withProcessLock(join(TEST_DATA_DIR, 'template.lock'), makeTemplate)
  return {
    async release() {
      await stopEmbeddedPostgres(TEST_DATA_DIR, { ifUnused: true })
    },
  }
}

async function makeTemplate(): Promise<void> {
  const template = templateName()
  const names = await administer<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'`)
  if (names.some(({ datname }) => datname === template)) return
  // Nothing here is worth a wait for the disk.
  await administer('ALTER SYSTEM SET fsync = off')
  await administer('SELECT pg_reload_conf()')
  for (const { datname } of names) await administer(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`)
  const draft = `draft_${template}`
  await administer(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`)
  await administer(`CREATE DATABASE "${draft}" TEMPLATE template0`)
  await deployMigrations(addressOf(draft))
  await prepareQueues(addressOf(draft))
  await administer(`ALTER DATABASE "${draft}" RENAME TO "${template}"`)
}

function templateName(): string {
  const { migrationDirectories } = readMigrations()
  return `template_${createHash('sha256').update(JSON.stringify(migrationDirectories)).update(queueFingerprint()).digest('hex').slice(0, 16)}`
}

function addressOf(database: string): string {
  const url = new URL(embeddedDatabaseUrl(TEST_DATA_DIR))
  url.pathname = `/${database}`
  return url.href
}

async function administer<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: addressOf('postgres') })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** `config()` and `db()` of this process are these from now on. */
export async function configure(settings: Record<string, string>): Promise<void> {
  await disconnect()
  await disconnectSearch()
  const home = globalThis as { [home: symbol]: Config | undefined }
  home[Symbol.for('broadsheet.config')] = readConfig(settings)
}
