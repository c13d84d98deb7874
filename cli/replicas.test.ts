import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readAddress } from '@/newsroom/page-address'
import { NO_SEARCH } from '@/newsroom/search/search-query'
import { publishTags } from '@/server/bus'
import { openDesk, rewrite, type TestDesk, well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db, disconnect, readDb } from '@/server/db'
import { BusListener } from '@/server/pages/bus-listener'
import type { PageAddress } from '@/server/pages/make-page'
import { bodyOf } from '@/server/pages/page'
import { PageMaker } from '@/server/pages/page-maker'
import { PageStore } from '@/server/pages/page-store'
import { createRenderer } from '@/server/pages/render'
import { renderFrom } from '@/server/pages/render-from'
import { findArticle } from '@/server/queries/find-article'
import { findDraft } from '@/server/queries/find-draft'
import { searchArticles } from '@/server/queries/search-articles'
import { answer, withRenderScope } from '@/server/render-scope'
import { Replicas } from '@/server/replicas'
import { disconnectSearch } from '@/server/search-pool'
import { configure } from '@/server/test-database'
import { openStreamingPair, type TestServer } from '@/server/test-standby'

let primary: TestServer
let standby: TestServer
let end: () => Promise<void>
let desk: TestDesk
const replicas: Replicas[] = []
let bus: BusListener
const store = new PageStore(10_000_000)

beforeAll(async () => {
  ;({ primary, standby, end } = await openStreamingPair())
  await configure({ LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '4', DATABASE_URL: primary.url })
  desk = await openDesk()
}, 120_000)
afterAll(async () => {
  await bus?.stop()
  await Promise.all(replicas.map((each) => each.stop()))
  await disconnect()
  await disconnectSearch()
  await end?.()
})

/** Stands for Next: the article in question, and which server it was read from. */
async function next(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const id = /\w{10}$/.exec(req.url ?? '')?.[0] ?? ''
  const found = await findArticle(id)
  const [row] = await readDb().$queryRaw<{ standby: boolean }[]>`SELECT pg_is_in_recovery() AS "standby"`
  if (!found) answer(404)
  if (found?.state === 'withdrawn') answer(410)
  const headline = found?.state === 'live' ? found.article.headline : '-'
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`${headline} (${row?.standby ? 'replica' : 'primary'})`)
}

function serveFrom(...urls: string[]) {
  const sources = new Replicas(urls)
  replicas.push(sources)
  const maker = new PageMaker(store, renderFrom(sources, createRenderer(next, 'https://news.example')), 'https://news.example')
  return { sources, maker }
}

const keyOf = (id: string) => `/2026/11/23/${id}`

/** What a reader gets. */
async function read(maker: PageMaker, id: string): Promise<string> {
  const address = readAddress(keyOf(id), new Set()) as PageAddress
  const page = store.get(address.key) ?? (await maker.make(address))
  return `${page.status} ${bodyOf(page, 'identity').toString()}`
}
const publish = async (headline: string) => {
  const articleId = await writeReady(desk, { headline })
  well(await publishArticle(desk.chief, { articleId }))
  return articleId
}
/** A change of nothing, which every server hears of. */
async function drop(id: string): Promise<void> {
  await db().$transaction((tx) => publishTags(tx, [`article:${id}`]))
  await vi.waitFor(() => expect(store.get(keyOf(id))).toBeUndefined())
}

it('pages are read from a standby, never older than the last change, and never fail because of it', async () => {
  const { sources, maker } = serveFrom(standby.url)
  bus = new BusListener({
    url: () => primary.url,
    onTags: (tags) => void store.invalidate(tags),
    onPosition: (position, of) => sources.note(position, of),
  })
  await bus.start()
  const ready = (count: number) => vi.waitFor(() => expect(sources.ready).toBe(count), { timeout: 15_000 })
  const [first, second] = [await publish('河边开了一家书店'), await publish('桥上的灯亮了')]
  await ready(1)
  expect(await read(maker, first)).toBe('200 河边开了一家书店 (replica)')

  // The standby stands still: what changes now is read from the primary, and so is all else until it goes on.
  await standby.ask('SELECT pg_wal_replay_pause()')
  await rewrite(desk.chief, first, { headline: '书店搬走了' })
  expect(JSON.stringify(await findDraft(desk.chief, first))).toContain('书店搬走了')
  well(await withdrawArticle(desk.chief, { articleId: first, reason: '失实', approver: '顾主编' }))
  await vi.waitFor(() => expect(store.get(keyOf(first))).toBeUndefined())
  expect(await read(maker, first)).toBe('410 - (primary)')
  expect(await read(maker, second)).toBe('200 桥上的灯亮了 (primary)')
  expect(sources.ready).toBe(0)

  await standby.ask('SELECT pg_wal_replay_resume()')
  await ready(1)
  await drop(second)
  await ready(1)
  expect(await read(maker, second)).toBe('200 桥上的灯亮了 (replica)')
  const found = await withRenderScope(() => searchArticles({ ...NO_SEARCH, words: ['灯'] }), sources.choose())
  expect(found.result).toMatchObject({ state: 'found', hits: [{ id: second }] })
  const searches = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'broadsheet search'`
  expect([await standby.ask(searches), await primary.ask(searches)]).toEqual([[expect.anything()], []])

  // It dies among readers: none of them hears of it. When it is back, nobody has to do anything.
  await drop(second)
  await ready(1)
  const crowd = Array.from({ length: 40 }, (_, n) => read(maker, `${second.slice(0, 8)}${String(n).padStart(2, '0')}`))
  await standby.kill()
  expect((await Promise.all(crowd)).filter((page) => !page.startsWith('404'))).toEqual([])
  expect(await read(maker, second)).toBe('200 桥上的灯亮了 (primary)')
  await ready(0)
  await standby.start()
  await ready(1)

  // With the primary away, what was heard of is still read.
  await drop(second)
  await ready(1)
  await primary.kill()
  await vi.waitFor(() => expect(bus.listening).toBe(false))
  expect(await read(maker, second)).toBe('200 桥上的灯亮了 (replica)')
  await primary.start()
  await vi.waitFor(() => expect(bus.listening).toBe(true), { timeout: 15_000 })
  await ready(1)
}, 120_000)

it('what is no standby of this primary, or has another clock, is not read', async () => {
  const [own] = (
    await primary.ask<{ system: string }>('SELECT system_identifier::text AS "system" FROM pg_control_system()')
  ).values()
  const at = (system: string, aheadMs = 0) => ({ system, position: 1n, clockMs: Date.now() + aheadMs })
  const [itself, follower] = [serveFrom(primary.url).sources, serveFrom(standby.url).sources]
  itself.note(at(own?.system ?? ''), 'change')
  follower.note(at(own?.system ?? ''), 'change')
  await vi.waitFor(() => expect(follower.choose()).not.toBeNull(), { timeout: 10_000 })
  follower.note(at('1'), 'change')
  expect(follower.choose()).toBeNull()
  follower.note(at(own?.system ?? '', 5_000), 'change')
  await vi.waitFor(() => expect(follower.choose()).toBeNull())
  follower.note(null, 'ping')
  expect(follower.choose()).toBeNull()
  expect(itself.choose()).toBeNull()
}, 60_000)
