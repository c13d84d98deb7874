import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/db'
import { startWorkers } from '@/server/jobs/workers'
import { enqueue } from '@/server/queue'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { startTracing } from '@/server/trace-export'
import { newCounters } from './counters'
import { createHandler } from './handler'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import { createRenderer } from './render'
import { timedRender } from './timed-render'
import { createWatch } from './watch'

interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
}

/** What a collector is sent (OTLP/HTTP, JSON). */
const received: Span[] = []
let collector: Server
let site: Server
let database: TestDatabase
let stopTracing: () => Promise<void>

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  )

beforeAll(async () => {
  collector = createServer(async (req, res) => {
    const body = (await json(req)) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
    if (req.url === '/v1/traces') received.push(...body.resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)))
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  database = await createTestDatabase({
    OTEL_EXPORTER_OTLP_ENDPOINT: await listen(collector),
    TRUSTED_PROXIES: '127.0.0.1',
  })
  stopTracing = await startTracing()
})
afterAll(async () => {
  site.close()
  collector.close()
  await database.drop()
})

it('a collector hears of a request from the edge down to the database, and of a job', async () => {
  const counters = newCounters()
  const store = new PageStore(1_000_000)
  const render = createRenderer(async (_req, res) => {
    await db().$queryRaw`SELECT ${'value'}::text`
    res.writeHead(200, { 'content-type': 'text/html' }).end('<h1>头条</h1>')
  }, 'http://news.example')
  site = createServer(
    createHandler({
      ...{ store, counters, publicFiles: new Set(), allowedHosts: null, locale: 'zh-CN', siteUrl: 'http://news.example' },
      maker: new PageMaker(store, timedRender(render, { rendered: () => {} }), 'http://news.example'),
      next: async () => {},
      sendFile: async () => false,
      sendOwn: async () => false,
      bus: { hearing: 'sure', silent: false, settled: async () => {} },
      lostSince: () => false,
      searchWait: () => 0,
      watch: createWatch(counters, { answered: () => {}, hit: () => {} }),
    }),
  )
  const url = await listen(site)
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  await fetch(`${url}/2026/11/20/0123456789`, { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } })

  let done = () => {}
  const jobDone = new Promise<void>((resolve) => {
    done = resolve
  })
  const workers = startWorkers({ 'media.render': async () => db().$queryRaw`SELECT 1`.then(done) })
  await enqueue(db(), 'media.render', { mediaId: 'of-nobody' })
  await jobDone
  await workers.stop()
  await stopTracing()

  const spanOf = (name: string, fact: string) =>
    received.find((span) => span.name === name && JSON.stringify(span.attributes).includes(fact))
  const request = spanOf('request', '/2026/11/20/0123456789')
  const rendered = spanOf('render', 'article')
  const query = spanOf('query', '::text')
  expect(request).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7' })
  expect(rendered).toMatchObject({ traceId, parentSpanId: request?.spanId })
  expect(query).toMatchObject({ traceId, parentSpanId: rendered?.spanId })
  const job = spanOf('job', 'media.render')
  expect(spanOf('query', 'SELECT 1')).toMatchObject({ traceId: job?.traceId, parentSpanId: job?.spanId })
  expect(JSON.stringify(received)).not.toContain('"value"}')
})
