import pg from 'pg'
import type { Prisma } from '@/generated/prisma/client'
import { config } from './config'
import { databaseUrl } from './database-url'
import { followingClient } from './following-client'
import { watchPool } from './pools'
import { readSource } from './render-scope'

/** Asks the database a question of a search. Throws SearchSlow. */
export type Ask = <Row extends object>(sql: Prisma.Sql) => Promise<Row[]>

/** Taken off because it took longer than anybody waits. */
export class SearchSlow extends Error {
  override name = 'SearchSlow'
}

/** Too many wait already. */
export class SearchBusy extends Error {
  override name = 'SearchBusy'
}

const LONGEST_SEARCH_MS = 1_500
const MOST_WAITING = 16
const QUERY_CANCELED = '57014'

/** Rare words are found by the index alone: a plan that reads the table is never right, nor are two cores for one reader. */
const SESSION =
  `-c TimeZone=UTC -c statement_timeout=${LONGEST_SEARCH_MS} -c enable_seqscan=off -c jit=off ` +
  '-c max_parallel_workers_per_gather=0 -c work_mem=32MB'

interface Searching {
  pool: pg.Pool
  at: number
  waiting: (() => void)[]
}
const HOME = Symbol.for('broadsheet.search')
const home = globalThis as { [HOME]?: Searching | undefined }

function searching(): Searching {
  home[HOME] ??= { pool: connectSearches('search', databaseUrl), at: 0, waiting: [] }
  return home[HOME]
}

/** Connections for searches only, to one database. */
export function connectSearches(name: string, url: () => string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    Client: followingClient(url, name),
    max: config().SEARCH_POOL_SIZE,
    options: SESSION,
    connectionTimeoutMillis: 5_000,
    application_name: 'broadsheet search',
    allowExitOnIdle: true,
    ...options,
  })
  pool.on('error', () => {})
  return watchPool(name, pool)
}

/**
 * Lets one search ask, over connections that only searches have: a few at a time, some more wait, whoever comes then hears
 * SearchBusy. All questions of one search together have LONGEST_SEARCH_MS.
 */
export async function withSearchConnection<Result>(search: (ask: Ask) => Promise<Result>): Promise<Result> {
  const place = searching()
  if (place.at >= config().SEARCH_POOL_SIZE) {
    if (place.waiting.length >= MOST_WAITING) throw new SearchBusy()
    await new Promise<void>((resolve) => place.waiting.push(resolve))
  } else place.at++
  try {
    return await ask(readSource()?.searches ?? place.pool, search)
  } finally {
    const next = place.waiting.shift()
    if (next) next()
    else place.at--
  }
}

async function ask<Result>(pool: pg.Pool, search: (ask: Ask) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  const startedMs = performance.now()
  try {
    return await search(async <Row extends object>(sql: Prisma.Sql) => {
      if (performance.now() - startedMs > LONGEST_SEARCH_MS) throw new SearchSlow()
      return (await client.query<Row>(sql.text, sql.values)).rows
    })
  } catch (error) {
    throw (error as { code?: unknown }).code === QUERY_CANCELED ? new SearchSlow() : error
  } finally {
    client.release()
  }
}

/** For tests: lets go of the connections. */
export async function disconnectSearch(): Promise<void> {
  const place = home[HOME]
  home[HOME] = undefined
  await place?.pool.end()
}
