import { AsyncResource } from 'node:async_hooks'
import type { Duplex } from 'node:stream'
import type { Pool } from 'pg'

const SOCKETS = Symbol.for('broadsheet.pool-sockets')
const all = globalThis as { [SOCKETS]?: Set<Duplex> }
all[SOCKETS] ??= new Set()
const sockets = all[SOCKETS]

/** Lets `cutConnections` reach a pool's connection. */
export function watchSocket(socket: Duplex): void {
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
}

/**
 * Ends every connection that pools of this process have: for when the database has been silent for long. Whoever waits for an answer
 * hears at once that there will be none, and nobody waits on a dead connection when it is back.
 */
export function cutConnections(): void {
  for (const socket of sockets) socket.destroy()
}

const LOSS = Symbol.for('broadsheet.pool-loss')
const losses = globalThis as { [LOSS]?: number }

/** A connection of a pool broke, or was refused. */
export function noteLoss(): void {
  losses[LOSS] = performance.now()
}

/** Whether one did since then: what failed meanwhile may be no fault of its own. */
export const lostSince = (ms: number): boolean => (losses[LOSS] ?? Number.NEGATIVE_INFINITY) >= ms

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
