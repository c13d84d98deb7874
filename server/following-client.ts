import pg from 'pg'
import { watchQueries } from './watch-query'

/**
 * A client for the pool of this name that asks for the address anew: an embedded server that died may have come back on another
 * port. What it is asked is timed.
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
      watchQueries(this, pool)
    }
  }
}
