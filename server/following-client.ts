import type { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import pg from 'pg'
import { noteLoss, watchSocket } from './pools'
import { watchQueries } from './watch-query'

/**
 * A client for the pool of this name that asks for the address anew: an embedded server that died may have come back on another
 * port. What it is asked is timed, and asked one after the other.
 */
export function followingClient(url: () => string, pool: string): typeof pg.Client {
  let connectionString = url()
  return class extends pg.Client {
    constructor(options?: pg.ClientConfig) {
      try {
        connectionString = url()
      } catch {
        // It is away. The pool must hear of that from a failed connection: where it makes one, nobody catches.
      }
      super({ ...options, connectionString })
      const { connection } = this as unknown as { connection: EventEmitter & { stream: Duplex } }
      watchSocket(connection.stream)
      // Whoever ends it on purpose says so first.
      connection.once('end', () => (this as unknown as { _ending: boolean })._ending || noteLoss())
      watchQueries(this, pool)
      askInTurn(this)
    }
  }
}

/** In a transaction Prisma asks for all relations of a row at once, which `pg` 9 refuses. */
function askInTurn(client: pg.Client): void {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = (...asked: unknown[]) => {
    // A pool asks so, and asks a client one thing.
    if (typeof asked.at(-1) === 'function') return ask(...asked)
    const answer = before.then(() => ask(...asked))
    before = answer.catch(() => {})
    return answer
  }
  client.query = inTurn as typeof client.query
}
