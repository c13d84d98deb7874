import { AsyncResource } from 'node:async_hooks'
import type { Pool } from 'pg'

const HOME = Symbol.for('broadsheet.pools')
const home = globalThis as { [HOME]?: Map<string, Pool> }

const pools = (): Map<string, Pool> => {
  home[HOME] ??= new Map()
  return home[HOME]
}

/** Lets a pool of this process be counted, under a name of ours; a new one takes the place of an ended one. */
export function watchPool(name: string, pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as (told?: (...answer: unknown[]) => void) => unknown
  // Who waits is called by who leaves: what they do then is done for themselves all the same.
  pool.connect = ((told) => (told ? connect(AsyncResource.bind(told)) : connect())) as typeof connect as Pool['connect']
  pools().set(name, pool)
  return pool
}

export interface PoolUse {
  name: string
  busy: number
  idle: number
  /** asked for a connection and have none yet */
  waiting: number
}

export const listPools = (): PoolUse[] =>
  [...pools()].map(([name, { totalCount, idleCount, waitingCount }]) => ({
    name,
    busy: totalCount - idleCount,
    idle: idleCount,
    waiting: waitingCount,
  }))
