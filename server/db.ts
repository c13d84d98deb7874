import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/generated/prisma/client'
import { config } from './config'
import { databaseUrl } from './database-url'
import { followingClient } from './following-client'
import { watchPool } from './pools'
import { readSource } from './render-scope'
import { statementNames } from './statement-name'

/** What a command's transaction hands to its steps. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

const HOME = Symbol.for('broadsheet.db')
const home = globalThis as { [HOME]?: PrismaClient }

/** The one Prisma client of this process; Next's bundle and everything else share it. */
export function db(): PrismaClient {
  home[HOME] ??= connect('site', databaseUrl)
  return home[HOME]
}

/** For queries of readers' pages: the database this render was given to read, else the primary. Whoever works here reads `db()`. */
export const readDb = (): PrismaClient => readSource()?.client ?? db()

/** A client for one database. The session runs in UTC: the adapter drops the offset of a timestamptz, so any other zone shifts times. */
export function connect(name: string, url: () => string, options: pg.PoolConfig = {}): PrismaClient {
  const pool = new pg.Pool({
    Client: followingClient(url, name),
    application_name: `broadsheet ${name}`,
    max: config().DATABASE_POOL_SIZE,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    ...options,
  })
  // A transaction pooler gives each statement another connection, which does not know the names of the last.
  const naming = config().DATABASE_DIRECT_URL ? {} : { statementNameGenerator: statementNames() }
  const adapter = new PrismaPg(watchPool(name, pool), { disposeExternalPool: true, ...naming })
  return new PrismaClient({ adapter })
}

export async function disconnect(): Promise<void> {
  const client = home[HOME]
  delete home[HOME]
  await client?.$disconnect()
}
