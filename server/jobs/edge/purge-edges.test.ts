import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { BULK, EVERYTHING } from '@/newsroom/cache-tags'
import { publishTags } from '@/server/bus'
import { pruneEdges } from '@/server/commands/claim-purges'
import { openDesk, type TestDesk, well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db } from '@/server/db'
import { registerEdges } from '@/server/edges'
import { openStandIn, type StandIn } from '@/server/jobs/push/stand-in'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { EdgePace } from './edge-pace'
import { purgeEdge, startPurging } from './purge-edges'

let database: TestDatabase
let desk: TestDesk
let near: StandIn
let far: StandIn
beforeAll(async () => {
  near = await openStandIn()
  far = await openStandIn()
  database = await createTestDatabase({
    PURGE_URL: `${near.origin}/purge ${far.origin}/purge`,
    PURGE_KIND: 'json',
    PURGE_TOKEN: 'T0ken',
  })
  desk = await openDesk()
})
afterAll(async () => {
  await near.close()
  await far.close()
  await database.drop()
})
beforeEach(async () => {
  pace = new EdgePace()
  await registerEdges()
  await db().purge.deleteMany()
  for (const edge of [near, far]) {
    edge.heard.length = 0
    edge.reply = () => ({})
  }
})

let pace = new EdgePace()
const never = new AbortController().signal
const purge = (edge: StandIn) => purgeEdge(`${edge.origin}/purge`, pace, never)
const publish = (tags: string[]) => db().$transaction((tx) => publishTags(tx, tags))
const toldTo = (edge: StandIn) => edge.heard.map(({ body }) => (JSON.parse(body) as { tags: string[] }).tags)
/** As if all that waits for its time had waited long enough. */
const passTime = () => db().purge.updateMany({ data: { notBefore: new Date(0) } })

it('what the desk publishes and withdraws, every edge is told by itself, with the token', async () => {
  const articleId = await writeReady(desk)
  const loop = startPurging()
  const within = { timeout: 2_000 }
  well(await publishArticle(desk.chief, { articleId }))
  await vi.waitFor(() => expect(toldTo(near).flat()).toContain(`article:${articleId}`), within)
  await vi.waitFor(() => expect(toldTo(far).flat()).toContain('list:site'), within)
  await db().purge.deleteMany()
  near.heard.length = 0
  well(await withdrawArticle(desk.chief, { articleId, reason: '失实', approver: '陶管理', notice: '' }))
  await vi.waitFor(() => expect(toldTo(near).flat()).toContain(`article:${articleId}`), within)
  await loop.stop()
  expect(near.heard[0]?.headers.authorization).toBe('Bearer T0ken')
})

it('many changes are one call, and thousands are everything', async () => {
  await publish(['article:a', 'list:site'])
  await publish(['article:b', 'list:site'])
  await purge(near)
  expect(toldTo(near)).toEqual([['article:a', 'list:site', 'article:b']])
  for (const part of [0, 1, 2]) await publish(Array.from({ length: 400 }, (_, at) => `article:${part}-${at}`))
  await purge(far)
  expect(toldTo(far)).toEqual([['everything']])
})

it('an import of many batches empties an edge once, and names at once what changed', async () => {
  const batch = (id: string) => publish([EVERYTHING, BULK, `article:${id}`])
  await batch('a')
  await purge(near)
  await batch('b')
  await batch('c')
  await purge(near)
  expect(toldTo(near)).toEqual([['everything'], ['article:b', 'article:c']])
})

it('an edge is told three times, since it may have asked a process that had not heard yet', async () => {
  await publish(['article:a'])
  for (let turn = 0; turn < 5; turn++) {
    await purge(near)
    await passTime()
  }
  expect(toldTo(near)).toEqual([['article:a'], ['article:a'], ['article:a']])
  expect(await db().purge.count({ where: { edgeUrl: `${near.origin}/purge` } })).toBe(0)
})

it('an edge that is away or refuses loses nothing, and the other does not wait for it', async () => {
  near.reply = () => ({ status: 503 })
  await publish(['article:a'])
  await purge(near)
  near.reply = () => ({ body: '{"success":false,"errors":[{"code":10000}]}' })
  await publish(['article:b'])
  await passTime()
  await purge(near)
  await purge(far)
  expect(toldTo(far)).toEqual([['article:a', 'article:b']])
  near.heard.length = 0
  near.reply = () => ({ body: '{"success":true}' })
  await purge(near)
  expect(near.heard, 'it is left alone for a moment').toEqual([])
  await passTime()
  await purge(near)
  expect(toldTo(near)).toEqual([['article:a', 'article:b']])
})

it('a server whose clock is days ahead gives nothing up, and puts nothing off for days', async () => {
  near.reply = () => ({ status: 503 })
  await publish(['article:a'])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 })
  await purge(near)
  vi.useRealTimers()
  const waiting = await db().purge.findMany({ where: { edgeUrl: `${near.origin}/purge` } })
  expect(waiting).toMatchObject([{ tags: ['article:a'], failures: 1 }])
  expect(waiting.every(({ notBefore }) => notBefore.getTime() < Date.now() + 60_000)).toBe(true)
})

it('a change that is not made is not told', async () => {
  const failing = db().$transaction(async (tx) => {
    await publishTags(tx, ['article:a'])
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  await purge(near)
  expect(near.heard).toEqual([])
})

it('an edge that no site names any more is forgotten, with what waited for it', async () => {
  await db().edge.create({ data: { url: 'http://gone.example/', seenAt: new Date(Date.now() - 2 * 86_400_000) } })
  await publish(['article:a'])
  expect(await db().purge.count()).toBe(3)
  await pruneEdges()
  expect(await db().edge.findMany({ select: { url: true }, orderBy: { url: 'asc' } })).toEqual(
    [`${near.origin}/purge`, `${far.origin}/purge`].sort().map((url) => ({ url })),
  )
  expect(await db().purge.count()).toBe(2)
})
