import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { siteTime } from '@/server/clock'
import { correctArticle } from '@/server/commands/correct-article'
import { openDesk, rewrite, signAs, type TestDesk, well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { submitArticle } from '@/server/commands/submit-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db } from '@/server/db'
import { lostSince } from '@/server/pools'
import { findArticle } from '@/server/queries/find-article'
import { listArticles } from '@/server/queries/list-articles'
import { answer } from '@/server/render-scope'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { layWire, type Wire } from '@/server/test-wire'
import { BulkPace } from './bulk-pace'
import { BusListener } from './bus-listener'
import { newCounters } from './counters'
import { createHandler } from './handler'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import { createRenderer } from './render'
import { createWatch } from './watch'

// Two page servers on one database, each hearing of changes over a wire of its own; in Next's place something that asks the same queries.
interface SiteServer {
  url: string
  wire: Wire
  bus: BusListener
  close(): Promise<void>
}

/** On a busy machine too: what is promised within a second is asked for without it. */
const SOON = { timeout: 10_000, interval: 10 }
let database: TestDatabase
let desk: TestDesk
let [a, b]: SiteServer[] = []
let id: string

beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ;[a, b] = await Promise.all([start(), start()])
  id = await writeReady(desk, { headline: '渡口今日开通' })
  well(await publishArticle(desk.chief, { articleId: id }))
  // What is asked for now stays kept: nothing is still to be heard of.
  const { _max: last } = await db().busEvent.aggregate({ _max: { id: true } })
  for (const server of [a, b]) await vi.waitFor(() => expect(server?.bus.position).toBe(last.id), SOON)
  for (const server of [a, b]) expect(await ask(server, `/2026/11/30/${id}`)).toMatchObject({ status: 200, text: '渡口今日开通' })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([a?.close(), b?.close()])
})

async function next(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = req.url ?? ''
  res.setHeader('content-type', 'text/plain')
  if (path === '/') return void res.end((await listArticles('site')).items.map(({ headline }) => headline).join('\n'))
  const found = await findArticle(path.split('/').at(-1) ?? '')
  if (found?.state !== 'live') answer(found ? 410 : 404)
  const corrections = found?.state === 'live' ? found.article.corrections.map(({ right }) => right) : []
  res.end(found?.state === 'live' ? [found.article.headline, ...corrections].join('\n') : '')
}

async function start(): Promise<SiteServer> {
  const counters = newCounters()
  const wire = await layWire(database.url)
  const store = new PageStore(10_000_000)
  const pace = new BulkPace((tags) => void store.invalidate(tags))
  const bus = new BusListener({ url: () => wire.url, onTags: (tags) => pace.tell(tags) })
  await bus.start()
  const server = createServer(
    createHandler({
      store,
      bus,
      lostSince,
      next,
      maker: new PageMaker(store, createRenderer(next, 'https://news.example'), 'https://news.example'),
      sendFile: async () => false,
      sendOwn: async () => false,
      publicFiles: new Set(),
      allowedHosts: null,
      searchWait: () => 0,
      counters,
      watch: createWatch(counters, { answered: () => {}, hit: () => {} }),
      locale: 'zh-CN',
      siteUrl: 'https://news.example',
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    wire,
    bus,
    close: async () => {
      pace.stop()
      await bus.stop()
      await wire.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function ask(server: SiteServer | undefined, path: string) {
  const askedMs = performance.now()
  const response = await fetch(`${server?.url}${path}`)
  const stale = response.headers.get('x-broadsheet-stale')
  const retryAfter = response.headers.get('retry-after')
  return { askedMs, status: response.status, text: await response.text(), stale, retryAfter }
}

const article = () => `/2026/11/30/${id}`
const withdraw = async () =>
  well(await withdrawArticle(desk.chief, { articleId: id, reason: '当事人身份有误', approver: '陶管理', notice: '' }))

/** Asks until the answer is as it is to be, and says how each was that was asked for a second or later after the writer's "done". */
async function lateAnswers(server: SiteServer | undefined, doneMs: number, holds: (text: string, status: number) => boolean) {
  const late: boolean[] = []
  while (late.length < 3) {
    const answered = await ask(server, article())
    if (answered.askedMs - doneMs >= 1_000) late.push(holds(answered.text, answered.status))
  }
  return late
}

it('what is published, corrected and withdrawn on one is so on both within a second', async () => {
  await rewrite(desk.reporter, id, { headline: '渡口推迟开通' })
  well(await submitArticle(desk.reporter, { articleId: id }))
  await signAs(id, desk.editor, desk.otherEditor, desk.chief)
  well(await publishArticle(desk.chief, { articleId: id }))
  const shows = (text: string) => async () => {
    for (const server of [a, b]) expect((await ask(server, article())).text).toBe(text)
  }
  await vi.waitFor(shows('渡口推迟开通'), SOON)
  well(await correctArticle(desk.chief, { articleId: id, wrong: '今日开通', right: '开通日期有误' }))
  await vi.waitFor(shows('渡口推迟开通\n开通日期有误'), SOON)
  await withdraw()
  expect(await lateAnswers(b, performance.now(), (_, status) => status === 410)).toEqual([true, true, true])
  expect((await ask(b, '/')).text).not.toContain('渡口推迟开通')
})

it('a withdrawn text is not served for longer by a server whose connection is dead without its knowing', async () => {
  await ask(b, '/')
  b?.wire.deaden()
  await withdraw()
  expect(await lateAnswers(b, performance.now(), (_, status) => status === 410)).toEqual([true, true, true])
  expect(b?.bus.hearing).toBe('sure')
})

it('while it cannot be sure, lists go out at once and only articles wait', async () => {
  await ask(b, '/')
  b?.wire.cut()
  b?.wire.mend()
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('sure'), SOON)
  await ask(b, '/')
  await ask(b, article())
  b?.wire.deaden()
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('unsure'), SOON)
  const waiting = ask(b, article())
  expect(await ask(b, '/')).toMatchObject({ status: 200, stale: null })
  expect(b?.bus.hearing).toBe('unsure')
  expect(await waiting).toMatchObject({ status: 200, text: '渡口今日开通', stale: null })
})

it('a database that is seconds late keeps no reader waiting: what is kept goes out, marked, until it is in time again', async () => {
  await ask(b, article())
  b?.wire.slow(1_500)
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('late'), SOON)
  expect(await ask(b, article())).toMatchObject({ status: 200, text: '渡口今日开通', stale: '1' })
  b?.wire.slow(0)
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('sure'), SOON)
  await withdraw()
  await vi.waitFor(async () => expect((await ask(b, article())).status).toBe(410), SOON)
})

it('a database that takes no listener is asked anew for each article', async () => {
  const administrator = new pg.Client(database.url.replace(/[^/]+$/, 'postgres'))
  await administrator.connect()
  const name = new URL(database.url).pathname.slice(1)
  await administrator.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
  try {
    b?.wire.deaden()
    await vi.waitFor(() => expect(b?.bus.hearing).toBe('deaf'), SOON)
    await withdraw()
    expect((await ask(b, article())).status).toBe(410)
  } finally {
    await administrator.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
    await administrator.end()
  }
})

/** Somebody takes every connection there is: those of the database end, and no other comes about. */
async function whileUsedUp(work: () => Promise<void>): Promise<void> {
  const somebody = new pg.Client(database.url.replace(/[^/]+$/, 'postgres'))
  await somebody.connect()
  const name = new URL(database.url).pathname.slice(1)
  await somebody.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
  try {
    await somebody.query('SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "datname" = $1', [name])
    await vi.waitFor(() => expect(b?.bus.hearing).toBe('deaf'), SOON)
    await work()
  } finally {
    await somebody.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
    await somebody.end()
  }
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('sure'), SOON)
}

it('where all connections are taken, again and again, it goes on with what it has, marked, and says of the rest when to come again', async () => {
  await ask(b, '/')
  for (let times = 0; times < 3; times++)
    await whileUsedUp(async () => {
      expect(await ask(b, '/')).toMatchObject({ status: 200, text: expect.stringContaining('渡口今日开通'), stale: '1' })
      expect(await ask(b, article())).toMatchObject({ status: 200, text: '渡口今日开通', stale: '1' })
      expect(await ask(b, '/2026/11/30/unknown')).toMatchObject({ status: 503, retryAfter: '3' })
    })
  expect(await ask(b, article())).toMatchObject({ status: 200, text: '渡口今日开通', stale: null })
})

it('what was withdrawn unheard stands in for nothing, however soon the connections are taken again', async () => {
  b?.wire.cut()
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('away'), SOON)
  await withdraw()
  b?.wire.mend()
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('sure'), SOON)
  await whileUsedUp(async () => {
    expect(await ask(b, article())).toMatchObject({ status: 503, retryAfter: '3' })
  })
  expect((await ask(b, article())).status).toBe(410)
})

it('without a database it goes on with what it has, marked; with it again nothing old is left', async () => {
  await ask(b, '/')
  b?.wire.cut()
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('away'), SOON)
  expect(await ask(b, article())).toMatchObject({ status: 200, text: '渡口今日开通', stale: '1' })
  await withdraw()
  b?.wire.mend()
  await vi.waitFor(() => expect(b?.bus.hearing).toBe('sure'), SOON)
  expect(await ask(b, article())).toMatchObject({ status: 410, stale: null })
  expect((await ask(b, '/')).stale).toBeNull()
})

it.each([-3_600_000, 3_600_000])(
  'a server whose clock is %d ms wrong shows what is published, and counts by the database’s',
  async (by) => {
    const now = Date.now.bind(Date)
    vi.spyOn(Date, 'now').mockImplementation(() => now() + by)
    await vi.waitFor(() => expect(Math.abs(siteTime().getTime() - now())).toBeLessThan(500), SOON)
    const other = await writeReady(desk, { headline: '钟走得不准' })
    well(await publishArticle(desk.chief, { articleId: other }))
    expect(await ask(b, `/2026/11/30/${other}`)).toMatchObject({ status: 200, text: '钟走得不准' })
    await vi.waitFor(async () => expect((await ask(b, '/')).text).toContain('钟走得不准'), SOON)
  },
)
