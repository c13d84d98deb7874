import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/generated/prisma/client'
import { config } from './config'
import { databaseUrl } from './database-url'
import { followingClient } from './following-client'

/** What a command's transaction hands to its steps. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

const HOME = Symbol.for('broadsheet.db')
const home = globalThis as { [HOME]?: PrismaClient }

/** The one Prisma client of this process; Next's bundle and everything else share it. */
export function db(): PrismaClient {
  home[HOME] ??= connect(databaseUrl, config().DATABASE_POOL_SIZE)
  return home[HOME]
}

/** A client for one database. The session runs in UTC: the adapter drops the offset of a timestamptz, so any other zone shifts times. */
function connect(url: () => string, poolSize: number): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      Client: followingClient(url),
      max: poolSize,
      options: '-c TimeZone=UTC',
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 60_000,
    }),
  })
}

export async function disconnect(): Promise<void> {
  const client = home[HOME]
  delete home[HOME]
  await client?.$disconnect()
}
