import { subscribe } from 'node:diagnostics_channel'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { listPools } from '@/server/pools'
import { JOBS, type JobDone, QUERIES, type QueryDone } from '@/server/told'
import { gauges } from './metric'

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** What every process of the site can say of itself: memory, event loop, connections, queries, jobs it does. */
export function openProcessMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  gauges({
    registry,
    name: 'pool_connections',
    help: 'Connections to the database, at work and idle.',
    labelNames: ['pool', 'state'],
    rows: () =>
      listPools().flatMap(({ name: pool, busy, idle }) => [
        [{ pool, state: 'busy' }, busy],
        [{ pool, state: 'idle' }, idle],
      ]),
  })
  gauges({
    registry,
    name: 'pool_waiting',
    help: 'Questions that wait for a connection.',
    labelNames: ['pool'],
    rows: () => listPools().map(({ name: pool, waiting }) => [{ pool }, waiting]),
  })
  const queries = new Histogram({
    name: 'broadsheet_query_seconds',
    help: 'What the database took to answer.',
    labelNames: ['pool'],
    buckets: SECONDS,
    registers: [registry],
  })
  const jobs = new Histogram({
    name: 'broadsheet_job_seconds',
    help: 'Jobs done by this site’s processes.',
    labelNames: ['queue', 'outcome'],
    buckets: [0.01, 0.1, 0.5, 1, 5, 30, 120],
    registers: [registry],
  })
  subscribe(QUERIES, (message) => {
    const { pool, seconds } = message as QueryDone
    queries.observe({ pool }, seconds)
  })
  subscribe(JOBS, (message) => {
    const { queue, seconds, failed } = message as JobDone
    jobs.observe({ queue, outcome: failed ? 'failed' : 'done' }, seconds)
  })
  return registry
}
