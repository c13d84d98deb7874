import { AsyncResource } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import type { Client } from 'pg'
import { config } from './config'
import { log } from './log'
import { type SpanFacts, tracer } from './trace'

/** Node's channels are one for the process, whichever bundle the query is in. */
export const QUERIES = 'broadsheet:query'
export interface QueryDone {
  pool: string
  seconds: number
}

const LONGEST_SQL = 2_000
const queries = channel(QUERIES)
type Query = (...args: unknown[]) => unknown

/** Times what a client is asked: a slow statement is logged with its text and without its values, and a trace gets a span of each. */
export function watchQueries(client: Client, pool: string): void {
  const query = client.query.bind(client) as Query
  const watched: Query = (...args) => {
    const sql = textOf(args[0])
    if (sql === null) return query(...args)
    const startedMs = performance.now()
    const done = () => tell(pool, sql, performance.now() - startedMs)
    const last = args.at(-1)
    if (typeof last === 'function') {
      // A pool answers from the connection's own context; what asked is the one to be named.
      const answered = AsyncResource.bind(done)
      return query(...args.slice(0, -1), (...outcome: unknown[]) => {
        answered()
        last(...outcome)
      })
    }
    const ask = () => query(...args) as Promise<unknown>
    const tracing = tracer()
    // What asks by the clock, outside of everything, would be a trace of its own every second.
    const asked = tracing?.isInside() ? tracing.inSpan('query', factsOf(pool, sql), ask) : ask()
    return asked.finally(done)
  }
  client.query = watched as Client['query']
}

/** Null: a cursor or the like, which is no one question. */
function textOf(asked: unknown): string | null {
  if (typeof asked === 'string') return asked
  if (typeof asked !== 'object' || asked === null || 'submit' in asked) return null
  return 'text' in asked && typeof asked.text === 'string' ? asked.text : null
}

function tell(pool: string, sql: string, ms: number): void {
  if (queries.hasSubscribers) queries.publish({ pool, seconds: ms / 1_000 } satisfies QueryDone)
  if (ms >= config().SLOW_QUERY_MS) log().warn({ pool, ms: Math.round(ms), sql: sql.slice(0, LONGEST_SQL) }, 'a slow query')
}

const factsOf = (pool: string, sql: string): SpanFacts => ({
  'db.system.name': 'postgresql',
  'db.query.text': sql.slice(0, LONGEST_SQL),
  'broadsheet.pool': pool,
})
