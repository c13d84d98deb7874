import type { Client } from 'pg'
import { config } from './config'
import { log } from './log'
import { QUERIES, tell } from './told'
import { type SpanFacts, tracer } from './trace'

const LONGEST_SQL = 2_000
type Query = (...args: unknown[]) => unknown

/** Times what a client is asked: a slow statement is logged with its text and without its values, and a trace gets a span of each. */
export function watchQueries(client: Client, pool: string): void {
  const query = client.query.bind(client) as Query
  const watched: Query = (...args) => {
    const sql = textOf(args[0])
    if (sql === null) return query(...args)
    const startedMs = performance.now()
    const done = () => finish(pool, sql, performance.now() - startedMs)
    const told = args.at(-1)
    const ask = typeof told === 'function' ? () => answerOf(query, args.slice(0, -1)) : () => query(...args) as Promise<unknown>
    const tracing = tracer()
    // What asks by the clock, outside of everything, would be a trace of its own every second.
    const asked = (tracing?.isInside() ? tracing.inSpan('query', factsOf(pool, sql), ask) : ask()).finally(done)
    if (typeof told !== 'function') return asked
    asked.then(
      (answer) => told(undefined, answer),
      (error: unknown) => told(error),
    )
  }
  client.query = watched as Client['query']
}

const answerOf = (query: Query, args: unknown[]) =>
  new Promise<unknown>((resolve, reject) =>
    query(...args, (error: unknown, answer: unknown) => (error ? reject(error) : resolve(answer))),
  )

/** Null: a cursor or the like, which is no one question. */
function textOf(asked: unknown): string | null {
  if (typeof asked === 'string') return asked
  if (typeof asked !== 'object' || asked === null || 'submit' in asked) return null
  return 'text' in asked && typeof asked.text === 'string' ? asked.text : null
}

function finish(pool: string, sql: string, ms: number): void {
  tell(QUERIES, { pool, seconds: ms / 1_000 })
  if (ms >= config().SLOW_QUERY_MS) log().warn({ pool, ms: Math.round(ms), sql: sql.slice(0, LONGEST_SQL) }, 'a slow query')
}

const factsOf = (pool: string, sql: string): SpanFacts => ({
  'db.system.name': 'postgresql',
  'db.query.text': sql.slice(0, LONGEST_SQL),
  'broadsheet.pool': pool,
})
