import { Client, type DatabaseError } from 'pg'
import { config } from '@/server/config'
import { directDatabaseUrl } from '@/server/database-url'
import { disconnect } from '@/server/db'
import { ensureEmbeddedPostgres, stopEmbeddedPostgres } from '@/server/embedded-postgres'
import { log } from '@/server/log'
import { deployMigrations } from '@/server/migrations'
import { prepareQueues } from '@/server/queue'
import { SetupError } from '@/server/setup-error'

const OLDEST_POSTGRES = 15

export interface PreparedDatabase {
  /** Closes this process' connections and, when it is the last one there, stops the embedded server. */
  release(): Promise<void>
}

/** The database of this process, running and migrated: that of `DATABASE_URL`, else the embedded one. Leaves nothing behind when it fails. */
export async function prepareDatabase(signal?: AbortSignal): Promise<PreparedDatabase> {
  const server = await prepareDatabaseServer()
  try {
    signal?.throwIfAborted()
    const applied = await deployMigrations(directDatabaseUrl())
    await prepareQueues(directDatabaseUrl())
    if (applied.length > 0) log().info({ applied }, 'database migrated')
    return server
  } catch (error) {
    await server.release()
    throw error
  }
}

/** The same, as it is: not migrated. */
export async function prepareDatabaseServer(): Promise<PreparedDatabase> {
  const { DATABASE_URL, DATA_DIR } = config()
  if (DATABASE_URL) {
    await mustBeNewEnough(directDatabaseUrl())
    return { release: disconnect }
  }
  await ensureEmbeddedPostgres(DATA_DIR)
  return {
    async release() {
      await disconnect()
      await stopEmbeddedPostgres(DATA_DIR, { ifUnused: true })
    },
  }
}

async function mustBeNewEnough(url: string): Promise<void> {
  const version = await serverVersion(url)
  if (version >= OLDEST_POSTGRES * 10_000) return
  const major = Math.floor(version / 10_000)
  throw new SetupError(`DATABASE_URL leads to PostgreSQL ${major}: PostgreSQL ${OLDEST_POSTGRES} or newer is needed`)
}

/** As `server_version_num`: 180004 is 18.4. */
async function serverVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`)
    return rows[0]?.version ?? 0
  } catch (error) {
    const { hostname, port, pathname, username } = new URL(url)
    const reason = (error as DatabaseError).message || (error as NodeJS.ErrnoException).code
    throw new SetupError(
      `DATABASE_URL leads to no database: ${username}@${hostname}:${port || 5432}${pathname} answers "${reason}"`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
