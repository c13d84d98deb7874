import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishTags } from '@/server/bus'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { startWorkers } from '@/server/jobs/workers'
import { enqueue } from '@/server/queue'
import { checkStorage } from '@/server/storage'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { BusListener } from './bus-listener'
import { countAnswer, newCounters } from './counters'
import { createReadiness } from './health'
import { openProcessMetrics } from './process-metrics'
import { addServingMetrics, openTimes } from './serving-metrics'
import { addSiteMetrics } from './site-metrics'

const FILES = ['deploy/grafana/broadsheet.json', 'deploy/prometheus/broadsheet.rules.yml']
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('tells what happened, and everything that the dashboard, the alerts and the book of symptoms ask for', async () => {
  const registry = openProcessMetrics()
  const times = openTimes(registry)
  const counters = newCounters()
  const dropped: Set<string>[] = []
  const bus = new BusListener({ url: () => database.url, onTags: (tags) => void dropped.push(tags) })
  await bus.start()
  const store = { size: 3, sizeBytes: 3_000, invalidations: 1 }
  addServingMetrics(registry, {
    counters,
    store,
    maker: { renders: 2, failures: 1, waiting: 0 },
    bus,
    sources: { ready: 0, reads: 0 },
  })
  addSiteMetrics(registry, { url: () => database.url, dataDir: config().DATA_DIR })
  for (const status of [200, 304, 503]) countAnswer(counters, 'article', status)
  counters.plain[429] = 2
  times.answered('search', 0.02)
  times.rendered('article', 0.008)
  times.hit(0.00003)
  await db().$executeRaw`INSERT INTO "ImportRun" ("archive", "counts") VALUES ('a', '{"created": 40, "refused": 2}')`
  await db().$executeRaw`INSERT INTO "Delivery" ("channel", "target", "event") VALUES ('websub', '/a', 'article.published')`
  await publishTags(db(), ['article:a'])
  await expect.poll(() => dropped.some((tags) => tags.has('article:a')), { timeout: 5_000, interval: 10 }).toBe(true)
  let fail = true
  const workers = startWorkers({
    'media.render': async () => {
      if (fail) throw new Error('for once')
    },
  })
  await enqueue(db(), 'media.render', { mediaId: 'a' })
  const failed = /broadsheet_job_seconds_count\{queue="media.render",outcome="failed"\} 1/
  await expect.poll(() => registry.metrics(), { timeout: 10_000, interval: 50 }).toMatch(failed)
  // What failed is told before the queue has put it back.
  const later = 'broadsheet_jobs{queue="media.render",state="later"} 1'
  await expect.poll(() => registry.metrics(), { timeout: 10_000, interval: 50 }).toContain(later)
  fail = false

  const text = await registry.metrics()
  for (const line of [
    'broadsheet_answers_total{kind="article",class="5xx"} 1',
    'broadsheet_plain_answers_total{status="429"} 2',
    'broadsheet_request_seconds_count{kind="search"} 1',
    'broadsheet_render_seconds_bucket{le="0.01",kind="article"} 1',
    'broadsheet_invalidation_seconds_count 1',
    'broadsheet_bus_listening 1',
    'broadsheet_database_up 1',
    'broadsheet_job_age_seconds{queue="article.schedule"} 0',
    'broadsheet_imported_posts{outcome="created"} 40',
    'broadsheet_imports_running 1',
    'broadsheet_deliveries{channel="websub",state="waiting"} 1',
    'broadsheet_search_stale 0',
  ])
    expect(text).toContain(line)
  expect(text).toMatch(/broadsheet_pool_connections\{pool="site",state="(busy|idle)"\} [1-9]/)
  const known = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name))
  for (const file of FILES) {
    const asked = (await readFile(file, 'utf8')).match(/\b(?:broadsheet|nodejs|process)_\w+\b/g) ?? []
    const names = asked.map((name) => name.replace(/_(?:bucket|sum|count)$/, ''))
    expect(asked.length).toBeGreaterThan(5)
    expect(names.filter((name) => !known.has(name))).toEqual([])
  }
  await workers.stop()
  await bus.stop()
})

it('readiness says by name what is not well: pictures that cannot be kept, jobs that nobody does', async () => {
  const readiness = () =>
    createReadiness({ url: () => database.url, migrationsDir: 'prisma/migrations', listening: () => true, checkStorage })()
  const fine = { database: true, migrations: true, bus: true, storage: true }
  // Whoever worked has said that they stopped.
  expect(await readiness()).toEqual({ ...fine, jobs: false })
  const workers = startWorkers({})
  await expect.poll(readiness, { timeout: 10_000, interval: 50 }).toEqual({ ...fine, jobs: true })
  await db().$executeRaw`UPDATE pgboss.job SET "start_after" = now() - interval '5 minutes' WHERE "state" IN ('created', 'retry')`
  expect(await readiness()).toEqual({ ...fine, jobs: false })
  await workers.stop()
  await writeFile(join(database.dataDir, 'media-is-a-file'), '')
  const settings = config()
  settings.DATA_DIR = join(database.dataDir, 'media-is-a-file')
  expect(await readiness()).toMatchObject({ database: true, storage: false })
  settings.DATA_DIR = database.dataDir
  const away = createReadiness({
    url: () => 'postgresql://x:x@127.0.0.1:1/x',
    migrationsDir: '.',
    listening: () => false,
    checkStorage,
  })
  expect(await away()).toEqual({ database: false, migrations: false, bus: false, storage: true, jobs: false })
})

it('one scrape gets the sum of all processes, the primary’s own figures among them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-'))
  const module = (file: string) => JSON.stringify(pathToFileURL(file).href)
  const program = join(folder, 'main.mjs')
  await writeFile(
    program,
    `import cluster from 'node:cluster'
     import { Counter, Gauge, Registry } from ${module('node_modules/prom-client/index.js')}
     const { answerClusterScrapes, openClusterScrape } = await import(${module('server/pages/cluster-metrics.ts')})
     const registry = new Registry()
     new Counter({ name: 'pages', help: 'p', registers: [registry] }).inc(cluster.isPrimary ? 100 : cluster.worker.id)
     new Gauge({ name: 'listening', help: 'l', registers: [registry], aggregator: 'min' }).set(cluster.worker?.id === 2 ? 0 : 1)
     if (cluster.isPrimary) {
       answerClusterScrapes(registry)
       let ready = 0
       cluster.on('message', (worker, message) => {
         if (message === 'ready' && ++ready === 3) cluster.workers[1].send('scrape')
         if (message.text) { console.log(message.text); process.exit(0) }
       })
       for (let n = 0; n < 3; n++) cluster.fork()
     } else {
       const scrape = openClusterScrape(registry)
       process.on('message', async (message) => message === 'scrape' && process.send({ text: await scrape() }))
       process.send('ready')
     }`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program])
  await rm(folder, { recursive: true })
  expect(stdout).toMatch(/^pages 106$/m)
  expect(stdout).toMatch(/^listening 0$/m)
}, 30_000)
