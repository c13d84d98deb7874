import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ArticleEventKind } from '@/newsroom/article-event'
import { announceArticles } from '@/server/commands/announce-articles'
import { claimDeliveries } from '@/server/commands/claim-deliveries'
import { openDesk, publishableText, type TestDesk, well, write } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { startWorkers } from '@/server/jobs/workers'
import { log } from '@/server/log'
import { findPushes } from '@/server/queries/find-pushes'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { sendDue, sendOverdue } from './send-due'
import { startSender } from './sender'
import { openStandIn, type StandIn } from './stand-in'

const TOKEN = 'Zc0mN8pQr4sT6uVw'
const KEY = 'a1b2c3d4e5f60718'
const SECRET = 'whsec_river'

let database: TestDatabase
let desk: TestDesk
let outside: StandIn
beforeAll(async () => {
  outside = await openStandIn()
  database = await createTestDatabase({
    SITE_URL: 'https://news.example',
    INDEXNOW_KEY: KEY,
    INDEXNOW_ENDPOINT: `${outside.origin}/indexnow`,
    BAIDU_PUSH_TOKEN: TOKEN,
    BAIDU_PUSH_ENDPOINT: `${outside.origin}/urls`,
    WEBSUB_HUB: `${outside.origin}/hub`,
    PUSH_TO_LOOPBACK: '1',
  })
  desk = await openDesk()
})
afterAll(async () => {
  await outside.close()
  await database.drop()
})

const BAIDU_OK = { body: '{"remain":99,"success":1}' }
const answers = (by: Record<string, object>) => (heard: { path: string }) => {
  const [, name = ''] = /^\/([a-z]+)/.exec(heard.path) ?? []
  return by[name] ?? (name === 'urls' ? BAIDU_OK : {})
}
const heardBy = (name: string) => outside.heard.filter(({ path }) => path.startsWith(`/${name}`))

beforeEach(async () => {
  await db().delivery.deleteMany()
  await db().pushChannel.deleteMany()
  await db().webhook.deleteMany()
  outside.heard.length = 0
  outside.reply = answers({})
})

let count = 0
const newId = () => `p${String(++count).padStart(9, '0')}`.replaceAll('0', 'k').replaceAll('1', 'm')
const announce = async (articleId: string, kind: ArticleEventKind = 'published') =>
  await db().$transaction((tx) => announceArticles(tx, [{ articleId, kind }]))

async function published(at = new Date().toISOString()): Promise<string> {
  const id = newId()
  await insertArticle({ id, at })
  await announce(id)
  return id
}

const hook = async (events = ['article.published', 'article.updated', 'article.withdrawn'], path = '/hook') =>
  (await db().webhook.create({ data: { url: outside.origin + path, secret: SECRET, events } })).id
const rows = async (channel: string) => await db().delivery.findMany({ where: { channel }, orderBy: { id: 'asc' } })
const stateOf = async (channel: string) =>
  (await rows(channel)).map(({ doneAt, gaveUpAt, lastStatus }) => [doneAt ? 'done' : gaveUpAt ? 'gave up' : 'waits', lastStatus])
const feedsOf = (page: string) => ['feed.xml', 'rss.xml', 'feed.json'].map((file) => `https://news.example${page}/${file}`)
const toldToHub = () => heardBy('hub').flatMap(({ body }) => new URLSearchParams(body).getAll('hub.url'))
/** As if the pause were over. */
async function later(): Promise<void> {
  await db().$executeRaw`UPDATE "Delivery" SET "notBefore" = now() - interval '10 seconds'`
  await db().pushChannel.updateMany({ data: { pausedUntil: null } })
  await db().webhook.updateMany({ data: { pausedUntil: null } })
}

describe('search engines and hubs', () => {
  it('are told of a new article once, each in its own form', async () => {
    const id = await published()
    await later()
    await sendOverdue()
    await sendOverdue()
    const url = new RegExp(`^https://news\\.example/\\d{4}/\\d\\d/\\d\\d/${id}$`)
    const [indexNow, ...more] = heardBy('indexnow')
    expect(more).toEqual([])
    expect(indexNow?.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(indexNow?.body ?? '')).toEqual({
      host: 'news.example',
      key: KEY,
      keyLocation: `https://news.example/${KEY}.txt`,
      urlList: [expect.stringMatching(url)],
    })
    expect(heardBy('urls')).toEqual([
      expect.objectContaining({
        path: `/urls?site=https%3A%2F%2Fnews.example&token=${TOKEN}`,
        body: expect.stringMatching(url),
        headers: expect.objectContaining({ 'content-type': 'text/plain' }),
      }),
    ])
    expect(toldToHub()).toEqual([...feedsOf(''), ...feedsOf('/category/yaowen')])
    expect(await db().pushChannel.findUnique({ where: { channel: 'baidu' } })).toMatchObject({ remain: 99, failures: 0 })
  })

  it('hear of each feed an article stands in, once for many articles, of the site’s own first', async () => {
    const tags = Array.from({ length: 30 }, (_, index) => `tag${index}`)
    const [first, second] = [newId(), newId()]
    await insertArticle({ id: first, at: new Date().toISOString(), tags, source: '河边日报' })
    await announce(first)
    await insertArticle({ id: second, at: new Date().toISOString(), tags, categories: ['yaowen', 'shehui'] })
    await announce(second)
    await announce(second, 'corrected')
    await db().article.update({ where: { id: second }, data: { publication: 'withdrawn' } })
    await announce(second, 'withdrawn')
    await later()
    await sendDue({ channel: 'websub' })
    const pages = ['', '/category/yaowen', '/source/%E6%B2%B3%E8%BE%B9%E6%97%A5%E6%8A%A5', ...tags.map((tag) => `/tag/${tag}`)]
    expect(toldToHub()).toEqual([...pages, '/category/shehui'].flatMap(feedsOf))
  })

  it('hear of a feed after the change is there, when one that waits already stands for it', async () => {
    await published()
    await later()
    const id = newId()
    await insertArticle({ id, at: new Date().toISOString() })
    await db().$transaction(async (tx) => {
      await announceArticles(tx, [{ articleId: id, kind: 'published' }])
      await sendDue({ channel: 'websub' })
      expect(toldToHub()).toEqual([])
    })
    await sendDue({ channel: 'websub' })
    expect(toldToHub()).toHaveLength(6)
    await announce(id, 'updated')
    expect(await db().delivery.count({ where: { channel: 'websub', doneAt: null } })).toBe(6)
  })

  it('hear of an address once, whatever happened to it meanwhile', async () => {
    const id = await published()
    for (const kind of ['updated', 'corrected', 'updated'] as const) await announce(id, kind)
    await later()
    await sendDue({ channel: 'indexnow' })
    expect(heardBy('indexnow').map(({ body }) => JSON.parse(body).urlList)).toEqual([[expect.stringContaining(id)]])
    expect(new Set((await stateOf('indexnow')).map(([state]) => state))).toEqual(new Set(['done']))
  })

  it('are not told of an archive, but of what the desk does with it', async () => {
    const old = newId()
    await insertArticle({ id: old, at: '2012-05-24T00:00:00Z' })
    await announce(old)
    await announce(old, 'updated')
    await announce(old, 'refiled')
    expect(await db().delivery.count()).toBe(0)
    await announce(old, 'corrected')
    expect(await db().delivery.count({ where: { channel: 'indexnow' } })).toBe(1)
  })

  it('get at most 10,000 and 2,000 addresses a call', async () => {
    await db().$executeRaw`INSERT INTO "Delivery" ("channel", "target", "event")
      SELECT c, '/2026/11/30/' || n, 'article.published' FROM generate_series(1, 10001) n, unnest(ARRAY['indexnow', 'baidu']) c`
    outside.reply = answers({ urls: { body: '{"remain":100000,"success":2000}' } })
    await sendDue({ channel: 'indexnow' })
    await sendDue({ channel: 'baidu' })
    expect(heardBy('indexnow').map(({ body }) => JSON.parse(body).urlList.length)).toEqual([10_000, 1])
    expect(heardBy('urls').map(({ body }) => body.split('\n').length)).toEqual([2000, 2000, 2000, 2000, 2000, 1])
    const first = JSON.parse(heardBy('indexnow')[0]?.body ?? '').urlList[0]
    expect(first).toBe('https://news.example/2026/11/30/1')
  })

  it.each([
    [202, 'done', 0],
    [400, 'gave up', 0],
    [403, 'waits', 1],
    [422, 'gave up', 0],
    [429, 'waits', 1],
    [503, 'waits', 1],
  ])('IndexNow answers %i: it %s', async (status, state, failures) => {
    await published()
    await later()
    outside.reply = answers({ indexnow: { status, body: 'why', headers: { 'retry-after': '3600' } } })
    await sendDue({ channel: 'indexnow' })
    await sendDue({ channel: 'indexnow' })
    expect(heardBy('indexnow')).toHaveLength(1)
    expect(await stateOf('indexnow')).toEqual([[state, status]])
    const held = await db().pushChannel.findUniqueOrThrow({ where: { channel: 'indexnow' } })
    expect([held.failures, held.lastStatus, held.lastAnswer]).toEqual([failures, status, 'why'])
    if (failures === 0) return
    const waitMs = (held.pausedUntil?.getTime() ?? 0) - Date.now()
    expect(waitMs).toBeGreaterThan(3_500_000)
    expect(waitMs).toBeLessThanOrEqual(3_600_000)
  })

  it('wait longer after each failure, go out when it is over, and are given up after a day', async () => {
    await published()
    outside.reply = answers({ indexnow: { status: 500 } })
    const waits: number[] = []
    for (let failures = 0; failures < 3; failures++) {
      await later()
      await sendDue({ channel: 'indexnow' })
      const { pausedUntil } = await db().pushChannel.findUniqueOrThrow({ where: { channel: 'indexnow' } })
      waits.push(Math.round((Number(pausedUntil) - Date.now()) / 1000))
    }
    for (const [index, seconds] of waits.entries()) {
      expect(seconds).toBeGreaterThanOrEqual(20 * 2 ** index * 0.75 - 1)
      expect(seconds).toBeLessThanOrEqual(20 * 2 ** index * 1.25)
    }
    await db().$executeRaw`UPDATE "Delivery" SET "createdAt" = now() - interval '25 hours'`
    await later()
    await sendDue({ channel: 'indexnow' })
    expect(await stateOf('indexnow')).toEqual([['gave up', 500]])
    outside.reply = answers({})
    const [row] = await rows('indexnow')
    await db().delivery.create({ data: { channel: 'indexnow', target: row?.target ?? '', event: 'article.updated' } })
    await sendDue({ channel: 'indexnow' })
    await later()
    await sendDue({ channel: 'indexnow' })
    expect(await stateOf('indexnow')).toEqual([
      ['done', 200],
      ['done', 200],
    ])
  })

  it('Baidu’s quota ends for the day, and what it does not take is told', async () => {
    const [first, second, third] = [await published(), await published(), await published()]
    await later()
    const sites = (await rows('baidu')).map(({ target }) => `https://news.example${target}`)
    outside.reply = answers({ urls: { body: JSON.stringify({ remain: 0, success: 2, not_same_site: [sites[1]] }) } })
    await sendDue({ channel: 'baidu' })
    expect((await stateOf('baidu')).map(([state]) => state)).toEqual(['done', 'gave up', 'done'])
    expect([first, second, third]).toHaveLength(3)
    await published()
    await later()
    await sendDue({ channel: 'baidu' })
    expect(heardBy('urls')).toHaveLength(1)
    await db().pushChannel.update({ where: { channel: 'baidu' }, data: { remain: 5 } })
    outside.reply = answers({ urls: { status: 400, body: '{"error":400,"message":"over quota"}' } })
    await sendDue({ channel: 'baidu' })
    const { remain, pausedUntil } = await db().pushChannel.findUniqueOrThrow({ where: { channel: 'baidu' } })
    expect(remain).toBe(0)
    expect(pausedUntil?.toISOString()).toMatch(/T1(5:59:59|6:00:0)/)
  })

  it('are told of a withdrawal, but for Baidu, which takes none and then hears nothing at all', async () => {
    const id = await published()
    await db().article.update({ where: { id }, data: { publication: 'withdrawn' } })
    await announce(id, 'withdrawn')
    await later()
    await sendOverdue()
    expect(JSON.parse(heardBy('indexnow')[0]?.body ?? '').urlList).toEqual([expect.stringContaining(id)])
    expect(heardBy('urls')).toEqual([])
  })

  it('never see the token in what is kept or logged, even where it is sent back', async () => {
    const said: string[] = []
    const logs = (['info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(log(), level).mockImplementation((...given: unknown[]) => void said.push(JSON.stringify(given))),
    )
    await published()
    await later()
    outside.reply = answers({ urls: { status: 401, body: `{"error":401,"message":"token is not valid: ${TOKEN}"}` } })
    await sendDue({ channel: 'baidu' })
    for (const spy of logs) spy.mockRestore()
    expect(said.length).toBeGreaterThan(0)
    const kept = JSON.stringify([said, await db().pushChannel.findMany(), (await rows('baidu')).map((row) => row.lastAnswer)])
    expect(kept).toContain('token is not valid')
    expect(kept).not.toContain(TOKEN)
  })
})

describe('webhooks', () => {
  it('hear what the desk publishes and withdraws, signed, in order, each once', async () => {
    const webhookId = await hook()
    const articleId = await write(desk.chief, publishableText(desk.categories[0]))
    well(await publishArticle(desk.chief, { articleId }))
    await Promise.all(Array.from({ length: 8 }, () => publishArticle(desk.chief, { articleId })))
    await later()
    await Promise.all([sendDue({ channel: 'webhook', webhookId }), sendDue({ channel: 'webhook', webhookId })])
    well(await withdrawArticle(desk.chief, { articleId, reason: '失实', approver: '顾主编' }))
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    const told = heardBy('hook').map(({ body }) => JSON.parse(body))
    expect(told.map(({ type }) => type)).toEqual(['article.published', 'article.withdrawn'])
    expect(told[0].data).toMatchObject({ id: articleId, headline: '河边开了一家书店', url: expect.stringContaining(articleId) })
    expect(told[0].data).not.toHaveProperty('bodyHtml')
    expect(Object.keys(told[1].data).sort()).toEqual(['at', 'id', 'url'])
    expect(JSON.stringify(told[1])).not.toContain('书店')
    for (const { headers, body } of heardBy('hook')) {
      const [, seconds = '', mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-broadsheet-signature'])) ?? []
      expect(mac).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'))
      expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60)
      expect(headers['webhook-id']).toBe(JSON.parse(body).id)
    }
  })

  it('never hear of an article what readers cannot see any more', async () => {
    const webhookId = await hook()
    const id = await published()
    await db().article.update({ where: { id }, data: { publication: 'withdrawn' } })
    await announce(id, 'withdrawn')
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    expect(heardBy('hook').map(({ body }) => JSON.parse(body).type)).toEqual(['article.withdrawn'])
  })

  it('that fail are tried again with the same id, and later events of the article wait for it', async () => {
    const webhookId = await hook()
    const id = await published()
    await announce(id, 'updated')
    outside.reply = answers({ hook: { status: 503 } })
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    outside.reply = answers({})
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    const told = heardBy('hook').map(({ body }) => JSON.parse(body))
    expect(told.map(({ type }) => type)).toEqual(['article.published', 'article.published', 'article.updated'])
    expect(told[0].id).toBe(told[1].id)
  })

  it('that take all but one event hear the others', async () => {
    const webhookId = await hook()
    const [bad] = [await published(), await published()]
    outside.reply = ({ body }) => (body.includes(bad) ? { status: 422 } : {})
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    expect((await stateOf('webhook')).map(([state]) => state)).toEqual(['waits', 'done'])
  })

  it('are not followed anywhere else', async () => {
    const webhookId = await hook()
    await published()
    outside.reply = answers({ hook: { status: 302, headers: { location: `${outside.origin}/elsewhere` } } })
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    expect(heardBy('elsewhere')).toEqual([])
    expect(await stateOf('webhook')).toEqual([['waits', 302]])
  })

  it('in our own network are never asked, by number or by name', async () => {
    Object.assign(config(), { PUSH_TO_LOOPBACK: false })
    try {
      for (const origin of [outside.origin, outside.origin.replace('127.0.0.1', 'localhost')]) {
        const { id } = await db().webhook.create({
          data: { url: `${origin}/hook`, secret: SECRET, events: ['article.published'] },
        })
        await published()
        await later()
        await sendDue({ channel: 'webhook', webhookId: id })
        expect(await db().webhook.findUnique({ where: { id } })).toMatchObject({
          lastStatus: 0,
          lastAnswer: expect.stringContaining('is no public address'),
        })
      }
    } finally {
      Object.assign(config(), { PUSH_TO_LOOPBACK: true })
    }
    expect(heardBy('hook')).toEqual([])
  })

  it('that say 410, or fail for days, are switched off, and administrators hear of it', async () => {
    const [gone, failing] = [await hook(['article.published'], '/hook/gone'), await hook(['article.published'], '/hook/failing')]
    await db().webhook.update({
      where: { id: failing },
      data: { failures: 30, failingSince: new Date(Date.now() - 4 * 86_400_000) },
    })
    await published()
    outside.reply = ({ path }) => ({ status: path.endsWith('gone') ? 410 : 500 })
    await later()
    for (const webhookId of [gone, failing]) await sendDue({ channel: 'webhook', webhookId })
    expect((await db().webhook.findMany()).map(({ active, switchedOff }) => [active, switchedOff])).toEqual([
      [false, true],
      [false, true],
    ])
    const notices = await db().notice.findMany({ where: { kind: 'webhook-off' } })
    expect(new Set(notices.map(({ staffId }) => staffId))).toEqual(new Set([desk.administrator.id]))
    expect((await stateOf('webhook')).map(([state]) => state)).toEqual(['gave up', 'gave up'])
  })

  it('that never answer cost ten seconds and no more', { timeout: 30_000 }, async () => {
    const webhookId = await hook()
    await published()
    await published()
    outside.reply = answers({ hook: { hang: true } })
    await later()
    await sendDue({ channel: 'webhook', webhookId })
    expect(heardBy('hook')).toHaveLength(1)
    expect(await db().webhook.findUnique({ where: { id: webhookId } })).toMatchObject({
      lastAnswer: expect.stringContaining('takes too long'),
      failures: 1,
    })
    expect((await stateOf('webhook')).map(([state]) => state)).toEqual(['waits', 'waits'])
  })
})

describe('the outbox', () => {
  it('holds nothing of a change that was not made', async () => {
    const id = newId()
    await insertArticle({ id, at: new Date().toISOString() })
    await expect(
      db().$transaction(async (tx) => {
        await announceArticles(tx, [{ articleId: id, kind: 'published' }])
        throw new Error('the command failed')
      }),
    ).rejects.toThrow('the command failed')
    expect(await db().delivery.count()).toBe(0)
  })

  it('is sent by the queue by itself, and after a stop that left something in hand', async () => {
    await published()
    await later()
    expect(await claimDeliveries({ channel: 'indexnow' })).toHaveLength(1)
    await sendDue({ channel: 'indexnow' })
    expect(heardBy('indexnow')).toEqual([])
    await later()
    await published()
    const workers = startWorkers()
    await vi.waitFor(() => expect(heardBy('indexnow')).not.toHaveLength(0), { timeout: 20_000 })
    await workers.stop()
    expect(JSON.parse(heardBy('indexnow')[0]?.body ?? '').urlList).toHaveLength(2)
  })

  it('is held for less than half a minute by whoever died with it, and held on to by whoever lives', async () => {
    const webhookId = await hook()
    await published()
    await published()
    await later()
    await claimDeliveries({ channel: 'webhook', webhookId })
    const [dead] = await rows('webhook')
    expect((dead?.notBefore.getTime() ?? 0) - Date.now()).toBeLessThan(30_000)
    await later()
    outside.reply = ({ body }) => (body.includes(`msg_${dead?.id}`) ? {} : { hang: true })
    const sender = startSender()
    await vi.waitFor(() => expect(heardBy('hook')).toHaveLength(2), { timeout: 10_000 })
    const [told, under] = await rows('webhook')
    expect(told?.doneAt).not.toBeNull()
    expect(under?.notBefore.getTime()).toBeGreaterThan(told?.notBefore.getTime() ?? Number.POSITIVE_INFINITY)
    await sender.stop()
  })

  it('lets go at once when the site stops, and what was not sent waits', async () => {
    const webhookId = await hook()
    await published()
    await published()
    outside.reply = answers({ hook: { hang: true } })
    await later()
    const sender = startSender()
    await vi.waitFor(() => expect(heardBy('hook')).toHaveLength(1), { timeout: 10_000 })
    const sinceMs = Date.now()
    await sender.stop()
    expect(Date.now() - sinceMs).toBeLessThan(5_000)
    expect(await db().delivery.count({ where: { webhookId, doneAt: null, gaveUpAt: null } })).toBe(2)
  })

  it('does everything but send in a dry run, and nothing at all for a site nobody can come to', async () => {
    await hook()
    Object.assign(config(), { PUSH_DRY_RUN: true })
    try {
      await published()
      await later()
      await sendOverdue()
    } finally {
      Object.assign(config(), { PUSH_DRY_RUN: false })
    }
    expect(outside.heard).toEqual([])
    const all = await db().delivery.findMany()
    expect(new Set(all.map(({ channel }) => channel))).toEqual(new Set(['indexnow', 'baidu', 'websub', 'webhook']))
    expect(all.every(({ dryRun, doneAt }) => dryRun && doneAt !== null)).toBe(true)
    const { last, webhooks } = await findPushes()
    const calls = last.flatMap(({ channel, call }) => (call ? [{ channel, ...call }] : []))
    expect(calls.find(({ channel }) => channel === 'indexnow')?.body).toContain('"keyLocation": "https://news.example/….txt"')
    expect(calls.find(({ channel }) => channel === 'baidu')?.url).toMatch(/site=https%3A%2F%2Fnews.example&token=…$/)
    expect(calls.filter(({ channel }) => channel === 'websub')).toHaveLength(6)
    expect(webhooks[0]?.last[0]?.call?.body).toContain('"type": "article.published"')
    for (const secret of [TOKEN, KEY, SECRET]) expect(JSON.stringify([last, webhooks])).not.toContain(secret)
    const { SITE_URL } = config()
    Object.assign(config(), { SITE_URL: 'http://localhost:3000', PUSH_TO_LOOPBACK: false })
    try {
      await published()
    } finally {
      Object.assign(config(), { SITE_URL, PUSH_TO_LOOPBACK: true })
    }
    expect(await db().delivery.count()).toBe(all.length)
  })
})
