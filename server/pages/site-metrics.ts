import { statfs } from 'node:fs/promises'
import type pg from 'pg'
import type { Registry } from 'prom-client'
import { gauges, type Row } from './metric'
import { withShortClient } from './short-client'

/** What the database knows of the whole site: the same, whichever process asks, so only one of a machine's processes does. */
interface SiteState {
  database: 0 | 1
  jobs: Row[]
  jobAges: Row[]
  heartbeats: Row[]
  deliveries: Row[]
  imports: Row[]
  importsRunning: number
  searchStale: number
  diskFree: Row[]
}

const AWAY: Omit<SiteState, 'diskFree'> = {
  ...{ database: 0, jobs: [], jobAges: [], heartbeats: [], deliveries: [], imports: [] },
  ...{ importsRunning: 0, searchStale: 0 },
}
/** All numbers of one scrape come from one look. */
const FRESH_MS = 1_000
/** More than this is an index being made anew; counting all of it would take longer than it tells. */
const MOST_STALE = 10_000

export function addSiteMetrics(registry: Registry, options: { url: () => string; dataDir: string }): void {
  let looked: { atMs: number; state: Promise<SiteState> } | null = null
  const state = (): Promise<SiteState> => {
    if (!looked || Date.now() - looked.atMs > FRESH_MS) looked = { atMs: Date.now(), state: look(options) }
    return looked.state
  }
  const rows = (name: string, help: string, labelNames: string[], of: (state: SiteState) => Row[]) =>
    gauges({ registry, name, help, labelNames, rows: async () => of(await state()) })
  rows('database_up', 'Whether the database answers.', [], ({ database }) => [[{}, database]])
  rows('jobs', 'Jobs, by queue: waiting are due, later are not.', ['queue', 'state'], ({ jobs }) => jobs)
  rows('job_age_seconds', 'How long the oldest due job of a queue has been waiting.', ['queue'], ({ jobAges }) => jobAges)
  rows('jobs_heartbeat_age_seconds', 'Since somebody who does jobs last said so.', [], ({ heartbeats }) => heartbeats)
  const told = 'What others are told of changes (outbox), by channel.'
  rows('deliveries', told, ['channel', 'state'], ({ deliveries }) => deliveries)
  rows('imported_posts', 'Posts read by imports begun in the last day, by outcome.', ['outcome'], ({ imports }) => imports)
  rows('imports_running', 'Imports begun in the last day that have no end.', [], ({ importsRunning }) => [[{}, importsRunning]])
  rows('search_stale', `Articles the search index is behind with, ${MOST_STALE} at most.`, [], ({ searchStale }) => [
    [{}, searchStale],
  ])
  rows('disk_free_bytes', 'Free below DATA_DIR.', [], ({ diskFree }) => diskFree)
}

async function look({ url, dataDir }: { url: () => string; dataDir: string }): Promise<SiteState> {
  const [database, disk] = await Promise.all([
    Promise.resolve()
      .then(() => withShortClient(url(), 'metrics', askSite))
      .catch(() => AWAY),
    statfs(dataDir).catch(() => null),
  ])
  return { ...database, diskFree: disk ? [[{}, disk.bavail * disk.bsize]] : [] }
}

async function askSite(client: pg.Client): Promise<Omit<SiteState, 'diskFree'>> {
  const jobs = await client.query<{ queue: string; state: string; count: number; age: number }>(`
    SELECT j."name" AS "queue", CASE WHEN j."state" IN ('created', 'retry')
        THEN CASE WHEN j."start_after" <= now() THEN 'waiting' ELSE 'later' END ELSE j."state"::text END AS "state",
      count(*)::int AS "count", extract(epoch FROM now() - min(j."start_after"))::float8 AS "age"
    FROM pgboss.job j WHERE j."state" IN ('created', 'retry', 'active', 'failed') GROUP BY 1, 2`)
  const queues = await client.query<{ name: string }>('SELECT "name" FROM pgboss.queue ORDER BY 1')
  const heartbeat = await client.query<{ age: number | null }>(
    'SELECT extract(epoch FROM now() - max("heartbeat_on"))::float8 AS "age" FROM pgboss.instance',
  )
  const deliveries = await client.query<{ channel: string; waiting: number; gaveUp: number }>(`
    SELECT "channel", count(*) FILTER (WHERE "gaveUpAt" IS NULL)::int AS "waiting",
      count("gaveUpAt")::int AS "gaveUp" FROM "Delivery" WHERE "doneAt" IS NULL GROUP BY 1`)
  const imports = await client.query<{ outcome: string; count: number }>(`
    SELECT c."key" AS "outcome", sum(c."value"::numeric)::float8 AS "count"
    FROM "ImportRun" r, jsonb_each_text(r."counts") c WHERE r."startedAt" > now() - interval '1 day' GROUP BY 1`)
  const { rows: singles } = await client.query<{ running: number; stale: number }>(`
    SELECT (SELECT count(*)::int FROM "ImportRun" WHERE "finishedAt" IS NULL AND "startedAt" > now() - interval '1 day') AS "running",
      (SELECT count(*)::int FROM (SELECT FROM "SearchStale" LIMIT ${MOST_STALE}) s) AS "stale"`)
  const ageOf = (queue: string) => jobs.rows.find((row) => row.queue === queue && row.state === 'waiting')?.age ?? 0
  const age = heartbeat.rows[0]?.age
  return {
    database: 1,
    jobs: jobs.rows.map(({ queue, state, count }) => [{ queue, state }, count]),
    jobAges: queues.rows.map(({ name }) => [{ queue: name }, ageOf(name)]),
    heartbeats: age === null || age === undefined ? [] : [[{}, age]],
    deliveries: deliveries.rows.flatMap(({ channel, waiting, gaveUp }) => [
      [{ channel, state: 'waiting' }, waiting],
      [{ channel, state: 'given up' }, gaveUp],
    ]),
    imports: imports.rows.map(({ outcome, count }) => [{ outcome }, count]),
    importsRunning: singles[0]?.running ?? 0,
    searchStale: singles[0]?.stale ?? 0,
  }
}
