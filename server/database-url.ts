import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from './config'

/** `DATABASE_URL`, else the embedded PostgreSQL that runs in `DATA_DIR`. Throws when neither is there. */
export function databaseUrl(): string {
  const { DATABASE_URL, DATA_DIR } = config()
  return DATABASE_URL ?? embeddedDatabaseUrl(DATA_DIR)
}

/** For what must not pass a transaction pooler: LISTEN, locks, migrations. */
export function directDatabaseUrl(): string {
  return config().DATABASE_DIRECT_URL ?? databaseUrl()
}

/** The address of the running embedded server: its password file and the port in its pid file. */
export function embeddedDatabaseUrl(dataDir: string): string {
  try {
    const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
    const port = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3])
    if (!port) throw new Error('the server is about to write its port')
    return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
  } catch {
    throw new Error(`no database: DATABASE_URL is not set and no embedded PostgreSQL runs in ${dataDir} (npm start starts one)`)
  }
}
