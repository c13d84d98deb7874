import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EVERYTHING, UNHEARD } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import { answer, answerFile, reads } from '@/server/render-scope'
import { newCounters } from './counters'
import { createHandler } from './handler'
import { createOwnAnswers } from './own-answers'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import { createRenderer } from './render'
import { answerUnreadable } from './server-socket'
import { StaticFiles } from './static-files'
import { createWatch } from './watch'

let server: Server
let store: PageStore
let folder: string
let listening = true
let isLost = false
let broken = false
let seen: IncomingMessage[] = []
let version = 1
let waitS = 0
let told: string[] = []
/** opens for addresses that begin with /slow */
let gate: PromiseWithResolvers<void>
let storage = true
let answered: string[] = []

/** Stands for Next: reads, answers HTML with scripts of its own. */
async function fakeNext(req: IncomingMessage, res: ServerResponse): Promise<void> {
  seen.push(req)
  await new Promise((resolve) => setTimeout(resolve, 1))
  if (req.url?.startsWith('/slow')) await gate.promise
  if (broken) throw new Error('the database is away')
  const path = new URL(req.url ?? '', 'http://x').pathname
  reads(path === '/' ? 'list:site' : `article:${path.slice(1)}`)
  if (path === '/old') return void res.writeHead(308, { location: '/new' }).end()
  if (path === '/missing') answer(404)
  if (path === '/gone') answer(410)
  if (req.url?.includes('q=busy')) answer(503)
  if (path === '/verify.html') answerFile('text/html; charset=utf-8', '<p>code</p><script>alert(1)')
  if (path.endsWith('/crash')) return void res.writeHead(500, { 'content-type': 'text/html' }).end('<script>stack</script>')
  if (path === '/api/write') return void res.writeHead(201).end(`wrote by ${req.method}`)
  res.setHeader('set-cookie', 'a=b')
  res.setHeader('link', '</_next/a.js>; rel=preload; as=script')
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  res.end(`<!DOCTYPE html><h1>第${version}版 ${req.url}</h1>${'正文'.repeat(200)}<script>self.x=1</script>`)
}

beforeEach(async () => {
  ;[listening, isLost, broken, seen, version, waitS, storage, answered] = [true, false, false, [], 1, 0, true, []]
  gate = Promise.withResolvers()
  folder = await mkdtemp(join(tmpdir(), 'pages-'))
  store = new PageStore(10_000_000)
  const counters = newCounters()
  const files = new StaticFiles({
    static: folder,
    islands: folder,
    public: folder,
    media: async (key) => {
      if (key.includes('..')) throw new RangeError('leaves')
      if (!key.startsWith('cd/')) return { path: join(folder, key) }
      if (key.includes('none')) return null
      if (key.includes('away')) throw new Error('the bucket does not answer')
      const bytes = Buffer.from(key.includes('ten') ? '0123456789' : 'bytes')
      return {
        sizeBytes: bytes.length,
        version: 'v1',
        open: async (part) => Readable.from([bytes.subarray(part?.start, part && part.end + 1)]),
      }
    },
  })
  server = createServer(
    createHandler({
      store,
      maker: new PageMaker(store, createRenderer(fakeNext, 'https://news.example'), 'https://news.example'),
      next: fakeNext,
      sendFile: (req, res, address) => files.send(req, res, address),
      sendOwn: createOwnAnswers({
        onRead: (req) => void told.push(req.url ?? ''),
        readiness: async () => ({ database: true, migrations: true, bus: listening, storage, jobs: true }),
        metrics: async () => 'broadsheet_requests_total 1\n',
        metricsToken: 'secret',
        stopping: () => false,
      }),
      publicFiles: new Set(['/hello.txt']),
      allowedHosts: new Set(['news.example']),
      bus: {
        get hearing() {
          return listening ? 'sure' : 'away'
        },
        get silent() {
          return !listening
        },
        settled: async () => {},
      },
      lostSince: () => isLost,
      counters,
      watch: createWatch(counters, { answered: (kind) => void answered.push(kind), hit: () => void answered.push('hit') }),
      searchWait: () => waitS,
      locale: 'zh-CN',
      siteUrl: 'https://news.example',
    }),
  )
  answerUnreadable(server, 'zh-CN', 'https://news.example')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

/** A request with exactly the bytes given, as no polite client would send it. */
async function raw(target: string, headers: Record<string, string> = {}, method = 'GET') {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const lines = Object.entries({ host: 'news.example', connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const all = Buffer.concat(chunks)
  const end = all.indexOf('\r\n\r\n')
  const [status = '', ...fields] = all.subarray(0, end).toString().split('\r\n')
  return {
    status: Number(status.split(' ')[1]),
    headers: Object.fromEntries(
      fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 2)]),
    ),
    body: all.subarray(end + 4).toString(),
  }
}

it('what a page of another site sends to the desk is refused, calmly, before Next sees it', async () => {
  const action = { 'next-action': '40ab', 'content-length': '0' }
  const refusal = await raw('/admin/articles', { ...action, origin: 'https://evil.example' }, 'POST')
  expect(refusal).toMatchObject({ status: 403, headers: { 'cache-control': 'private, no-store' } })
  expect(seen).toEqual([])
  expect(await raw('/admin/articles', { ...action, origin: 'https://news.example' }, 'POST')).toMatchObject({ status: 200 })
})

describe('a reader page', () => {
  it('is rendered once, for everyone, without a trace of who asked', async () => {
    const first = await raw('/a?utm=1', {
      cookie: 'session=1',
      authorization: 'Bearer x',
      rsc: '1',
      'next-router-prefetch': '1',
      'user-agent': 'Mozilla',
    })
    const second = await raw('/a', { 'accept-language': 'en' })
    expect(second.body).toBe(first.body)
    expect(first.body).toMatch(/^<!DOCTYPE html><h1>第1版 \/a<\/h1>(正文)+$/)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.headers).toEqual({
      host: 'news.example',
      accept: 'text/html',
      'user-agent': 'Broadsheet',
      'x-forwarded-proto': 'https',
    })
    expect(first.headers).not.toHaveProperty('set-cookie')
    expect(first.headers).not.toHaveProperty('link')
  })

  it('shows a change to the first reader after it', async () => {
    await raw('/a')
    version = 2
    store.invalidate(['article:a'])
    expect((await raw('/a')).body).toContain('第2版')
  })

  it('carries the headers that guard it', async () => {
    const { headers } = await raw('/a')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringMatching(/^camera=\(\), microphone=\(\), geolocation=\(\), /),
      'cross-origin-opener-policy': 'same-origin',
      'speculation-rules': '"/speculation-rules.json"',
      'strict-transport-security': 'max-age=31536000',
      'cache-tag': 'everything,article:a',
      vary: 'Accept-Encoding',
    })
  })

  it('has one strong ETag a coding, and answers 304 to lists and weak ones', async () => {
    const [plain, br, gzip] = await Promise.all(['', 'br', 'gzip'].map((coding) => raw('/a', { 'accept-encoding': coding })))
    expect(new Set([plain, br, gzip].map((answer) => answer?.headers.etag)).size).toBe(3)
    expect(br?.headers['content-encoding']).toBe('br')
    for (const header of [br?.headers.etag, `"x", W/${br?.headers.etag}`, '*']) {
      const again = await raw('/a', { 'accept-encoding': 'br', 'if-none-match': header ?? '' })
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', br?.headers.etag])
    }
    expect((await raw('/a', { 'if-none-match': br?.headers.etag ?? '' })).status).toBe(200)
  })

  it.each(['/a', '/', '/missing', '/gone', '/old', '/crash', '/%', '/healthz', '/speculation-rules.json', '/search?q=a'])(
    'answers HEAD of %s as GET, without the body',
    async (target) => {
      const [get, head] = [await raw(target), await raw(target, {}, 'HEAD')]
      const own = { date: '', 'x-request-id': '' }
      expect([head.status, { ...head.headers, ...own }, head.body]).toEqual([get.status, { ...get.headers, ...own }, ''])
    },
  )

  it('takes conditions for what it would send with 200 only, and sends no part of a page', async () => {
    const { headers } = await raw('/a')
    expect((await raw('/a', { 'if-match': headers.etag ?? '' })).status).toBe(200)
    expect(await raw('/a', { 'if-match': '"other"' })).toMatchObject({ status: 412, headers: { 'cache-control': 'no-store' } })
    expect((await raw('/a', { 'if-modified-since': 'Mon, 23 Nov 2037 00:00:00 GMT' })).status).toBe(200)
    expect((await raw('/a', { range: 'bytes=0-3' })).status).toBe(200)
    for (const [target, status] of [
      ['/missing', 404],
      ['/gone', 410],
    ] as const) {
      for (const conditions of [{ 'if-none-match': '*' }, { 'if-match': '"x"' }] as Record<string, string>[])
        expect([(await raw(target, conditions)).status, (await raw(target, conditions)).body.includes('<h1>')]).toEqual([
          status,
          true,
        ])
    }
    const known = await raw('/a', { 'if-none-match': headers.etag ?? '' })
    expect(known.headers).toMatchObject({
      'cache-control': headers['cache-control'],
      vary: 'Accept-Encoding',
      etag: headers.etag,
    })
    expect(known.headers).not.toHaveProperty('content-length')
  })

  it('gives Next no method that it fails at', async () => {
    for (const target of ['/admin', '/api/v1/ingest', '/api/auth/sign-out'])
      expect((await raw(target, {}, 'TRACE')).status, target).toBe(405)
  })

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await raw('/a', { 'content-length': '0' }, method)
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    }
    expect((await raw('/api/write', { 'content-length': '0' }, 'POST')).body).toContain('wrote by POST')
  })

  it('is missing or gone with its own view', async () => {
    expect(await raw('/missing')).toMatchObject({ status: 404, body: expect.stringContaining('<h1>') })
    expect(await raw('/gone')).toMatchObject({ status: 410, body: expect.stringContaining('<h1>') })
    expect(await raw('/old')).toMatchObject({ status: 308, headers: { location: '/new' }, body: '' })
    expect(seen).toHaveLength(3)
  })

  it('is a file word for word where one was put there, which runs nothing and changes like a page', async () => {
    const { status, headers, body } = await raw('/verify.html')
    expect([status, body]).toEqual([200, '<p>code</p><script>alert(1)'])
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain('sandbox')
    await raw('/verify.html')
    expect(seen).toHaveLength(1)
    store.invalidate(['article:verify.html'])
    await raw('/verify.html')
    expect(seen).toHaveLength(2)
  })
})

describe('a search', () => {
  it('is rendered for each who asks, and kept by nobody', async () => {
    await raw('/search?q=a')
    const { headers } = await raw('/search?q=a')
    expect([seen.length, headers['cache-control']]).toEqual([2, 'private, no-cache'])
  })

  it('has to wait when its visitor asked too often, and so has the API; kept pages never do', async () => {
    const kept = ['/a', '/api/v1/articles?limit=2']
    for (const address of kept) await raw(address)
    waitS = 7
    const page = await raw('/search?q=a')
    expect([page.status, page.headers['retry-after'], page.headers['cache-control']]).toEqual([429, '7', 'private, no-store'])
    expect(page.body).toContain('<h1>操作太频繁了</h1>')
    for (const address of ['/suggest.json?q=a', '/api/v1/search?q=a', '/api/v1/articles?limit=3']) {
      const answered = await raw(address)
      expect([answered.status, answered.headers['retry-after']]).toEqual([429, '7'])
      expect(JSON.parse(answered.body)).toMatchObject({ status: 429, title: '操作太频繁了' })
    }
    for (const address of [...kept, '/b']) expect((await raw(address)).status, address).toBe(200)
  })

  it('says with its own page that the search is busy, and when to come again', async () => {
    const { status, headers, body } = await raw('/search?q=busy')
    expect([status, headers['retry-after'], body.includes('第1版')]).toEqual([503, '5', true])
  })

  it('of ten thousand characters is told what is too long', async () => {
    const { status, body } = await raw(`/search?q=${'w'.repeat(10_000)}`)
    expect([status, body.includes('搜索词减到 100 个字')]).toEqual([400, true])
    const overflowing = await raw(`/search?q=${encodeURIComponent('水'.repeat(10_000))}`)
    expect([overflowing.status, overflowing.body.includes('搜索词减到 100 个字')]).toEqual([431, true])
  })
})

describe('in need', () => {
  it('sends the last good list, marked, but never an article that was corrected', async () => {
    await raw('/')
    await raw('/a')
    broken = true
    store.invalidate(['list:site', 'article:a'])
    expect(await raw('/')).toMatchObject({
      status: 200,
      headers: { 'x-broadsheet-stale': '1' },
      body: expect.stringContaining('第1版'),
    })
    const article = await raw('/a')
    expect([article.status, article.body.includes('<h1>页面暂时打不开</h1>'), article.body.includes('noindex')]).toEqual([
      500,
      true,
      true,
    ])
    broken = false
    expect((await raw('/')).headers).not.toHaveProperty('x-broadsheet-stale')
  })

  it('goes on with kept pages while no change is heard of, and says so', async () => {
    await raw('/a')
    ;[broken, listening] = [true, false]
    expect(await raw('/a')).toMatchObject({ status: 200, headers: { 'x-broadsheet-stale': '1' } })
    store.invalidate([EVERYTHING])
    // Nothing is kept of it: that is no fault of the page, and nobody is to take it for one.
    expect(await raw('/a')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '3', 'cache-control': 'private, no-store' },
      body: expect.stringContaining('<h1>网站正忙</h1>'),
    })
    listening = true
    expect((await raw('/a')).status).toBe(500)
  })

  it('what failed while a connection was cut is no fault of the page: the last good one stands in, else it is to be asked for again', async () => {
    await raw('/a')
    store.invalidate([UNHEARD])
    broken = true
    expect((await raw('/a')).status).toBe(500)
    isLost = true
    expect(await raw('/a')).toMatchObject({ status: 200, headers: { 'x-broadsheet-stale': '1' } })
    expect(await raw('/b')).toMatchObject({ status: 503, headers: { 'retry-after': '3' } })
    store.invalidate(['article:a'])
    expect(await raw('/a')).toMatchObject({ status: 503, headers: { 'retry-after': '3' } })
  })

  it('tells staff to come again where a connection failed them, and of a fault of its own that it is one', async () => {
    expect((await raw('/admin/crash')).status).toBe(500)
    isLost = true
    expect(await raw('/admin/crash')).toMatchObject({ status: 503, headers: { 'retry-after': '3' } })
    expect((await raw('/admin')).status).toBe(200)
  })

  it('tells staff at once that the database is away, and sends the last good list without trying to render it', async () => {
    await raw('/')
    store.invalidate(['list:site'])
    const asked = seen.length
    listening = false
    expect(await raw('/')).toMatchObject({ status: 200, headers: { 'x-broadsheet-stale': '1' } })
    for (const [path, method] of [
      ['/admin/articles/0123456789/draft', 'PUT'],
      ['/admin', 'GET'],
      ['/api/v1/ingest', 'POST'],
    ] as const)
      expect(await raw(path, { 'content-length': '0' }, method)).toMatchObject({ status: 503, headers: { 'retry-after': '3' } })
    expect((await raw('/admin')).body).toContain('<h1>数据库暂时没有回应</h1>')
    expect(seen.length).toBe(asked)
    listening = true
    expect((await raw('/admin')).status).toBe(200)
  })

  it('overload is told at once; kept pages and the desk go on as ever', async () => {
    await raw('/a')
    const asked = Array.from({ length: 204 }, (_, n) => raw(`/slow-${n}`))
    await expect.poll(() => seen.length, { interval: 5 }).toBe(5)
    const refused = await raw('/slow-more')
    expect([refused.status, refused.headers['retry-after'], refused.headers['cache-control']]).toEqual([
      503,
      '3',
      'private, no-store',
    ])
    expect((await raw('/a')).status).toBe(200)
    expect((await raw('/admin')).status).toBe(200)
    gate.resolve()
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]))
  })

  it('shows a page of its own instead of one whose text is a script', async () => {
    const { status, body } = await raw('/crash')
    expect(status).toBe(500)
    expect(body).toContain('<h1>')
    expect(body).not.toContain('stack')
  })
})

describe('a wrong request', () => {
  it.each(['/%', '/%00', '/%FF', 'http://[', 'http://news.example/', '/a/../b', '/long'])('%s is 400', async (name) => {
    const target = name === '/long' ? `/${'a'.repeat(3000)}` : name
    const { status, body } = await raw(target)
    expect([status, /<h1>(地址无法识别|网址太长了)<\/h1>/.test(body)]).toEqual([400, true])
    expect(seen).toHaveLength(0)
  })

  it('an unknown host, an upgrade', async () => {
    expect((await raw('/', { host: 'evil.example' })).status).toBe(400)
    expect((await raw('/healthz', { host: '10.0.0.1' })).status).toBe(200)
    expect((await raw('/', { connection: 'Upgrade', upgrade: 'websocket' })).status).toBe(400)
  })

  it('redirects once, never to another host', async () => {
    expect(await raw('/2022/02/08/?view=elder&x=1')).toMatchObject({
      status: 308,
      headers: { location: '/2022/02/08?view=elder' },
    })
    expect(await raw('//evil.example/')).toMatchObject({ status: 308, headers: { location: '/evil.example/' } })
  })
})

describe('every answer is guarded', () => {
  const asked: [name: string, status: number, answer: () => ReturnType<typeof raw>][] = [
    ['a page', 200, () => raw('/a')],
    ['a page that a browser has', 304, async () => raw('/a', { 'if-none-match': (await raw('/a')).headers.etag ?? '' })],
    ['the lite edition', 500, () => raw('/lite/crash')],
    ['a page that changed', 412, () => raw('/a', { 'if-match': '"none"' })],
    ['a file', 200, () => raw('/hello.txt')],
    ['part of a file', 206, () => raw('/media/cd/ten.webp', { range: 'bytes=0-1' })],
    ['no part of a file', 416, () => raw('/media/cd/ten.webp', { range: 'bytes=99-' })],
    ['a missing picture', 404, () => raw('/media/cd/none.webp')],
    ['a picture that cannot be fetched', 503, () => raw('/media/cd/away.webp')],
    ['the desk', 200, () => raw('/admin')],
    ['a redirect', 308, () => raw('/2022/02/08/')],
    ['an error', 500, () => raw('/crash')],
    ['a wrong address', 400, () => raw('/%')],
    ['a wrong method', 405, () => raw('/a', {}, 'PUT')],
    ['a probe', 200, () => raw('/healthz')],
    ['a beacon', 204, () => raw('/read?id=1', { 'content-length': '0' }, 'POST')],
    ['rules', 304, async () => raw('/speculation-rules.json', { 'if-none-match': '*' })],
    ['a stranger', 400, () => raw('/', { host: 'evil.example' })],
    ['another protocol', 400, () => raw('/', { connection: 'Upgrade', upgrade: 'websocket' })],
    ['no HTTP', 400, () => raw('/', { 'content-length': 'x' })],
    ['too much', 431, () => raw('/', { 'x-long': 'a'.repeat(20_000) })],
  ]
  it.each(asked)('%s (%i)', async (_, status, answer) => {
    await writeFile(join(folder, 'hello.txt'), 'hello')
    const { headers, ...told } = await answer()
    expect(told.status).toBe(status)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=31536000',
      'cross-origin-resource-policy': expect.stringMatching(/^(?:same|cross)-origin$/),
    })
    const policy = headers['content-security-policy']
    for (const part of ["base-uri 'none'", 'form-action', 'frame-ancestors']) expect(policy).toContain(part)
    expect(policy).toMatch(/script-src 'self';|default-src 'none';/)
  })

  it('what lies among the pictures and is none is a download', async () => {
    await mkdir(join(folder, 'ab'), { recursive: true })
    await writeFile(join(folder, 'ab/page.svg'), '<svg onload="alert(1)"/>')
    const { headers } = await raw('/media/ab/page.svg')
    expect([headers['content-type'], headers['content-disposition']]).toEqual(['application/octet-stream', 'attachment'])
  })
})

describe('a request that can be asked about', () => {
  const ID = /^[0-9a-f-]{36}$/
  it('has an id where something went wrong or nobody else gets the answer, and nowhere else', async () => {
    const kept = [await raw('/a'), await raw('/a')]
    expect(kept.map(({ headers }) => headers['x-request-id'])).toEqual([undefined, undefined])
    const others = ['/admin', '/search?q=x', '/crash', '/%'].map((target) => raw(target, { 'x-request-id': 'of-a-visitor' }))
    const ids = (await Promise.all(others)).map(({ headers }) => headers['x-request-id'])
    expect(ids).toEqual(Array(4).fill(expect.stringMatching(ID)))
    expect(new Set(ids).size).toBe(4)
    expect(answered).toEqual(expect.arrayContaining(['hit', 'desk', 'search', 'refused', 'other']))
  })

  it('keeps the id that a proxy of ours gave it', async () => {
    const settings = config()
    settings.TRUSTED_PROXIES = ['127.0.0.1']
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const answers = await Promise.all([raw('/admin', { 'x-request-id': 'edge-00017' }), raw('/admin', { traceparent })])
    delete settings.TRUSTED_PROXIES
    expect(answers.map(({ headers }) => headers['x-request-id'])).toEqual(['edge-00017', '4bf92f3577b34da6a3ce929d0e0e4736'])
  })
})

describe('own answers', () => {
  it('health, readiness, metrics, speculation rules', async () => {
    expect(await raw('/healthz')).toMatchObject({ status: 200, body: 'ok\n' })
    expect(await raw('/readyz')).toMatchObject({ status: 200, body: expect.stringContaining('"degraded":false') })
    storage = false
    expect(await raw('/readyz')).toMatchObject({ status: 200, body: expect.stringMatching(/"degraded":true.*"storage":false/) })
    listening = false
    expect(await raw('/readyz')).toMatchObject({ status: 503, body: expect.stringContaining('"bus":false') })
    expect((await raw('/metrics')).status).toBe(401)
    expect(await raw('/metrics', { authorization: 'Bearer secret' })).toMatchObject({
      status: 200,
      body: expect.stringContaining('broadsheet_'),
    })
    const rules = await raw('/speculation-rules.json')
    expect(rules.headers['content-type']).toBe('application/speculationrules+json')
    expect(JSON.parse(rules.body).prefetch[0].eagerness).toBe('moderate')
    expect((await raw('/_next/image?url=http://a')).status).toBe(404)
  })
})

describe('a beacon', () => {
  it('is heard at once, whatever is sent along; nothing else may be written there', async () => {
    told = []
    expect(await raw('/read?id=k3m9q0w2xz', {}, 'POST')).toMatchObject({ status: 204, body: '' })
    expect(await raw('/read?id=k3m9q0w2xz')).toMatchObject({ status: 405, headers: { allow: 'POST' } })
    expect(await raw('/healthz', {}, 'POST')).toMatchObject({ status: 405 })
    expect(told).toEqual(['/read?id=k3m9q0w2xz'])
  })
})

describe('files', () => {
  it('small texts are compressed and validated', async () => {
    await writeFile(join(folder, 'a.css'), 'body{margin:0}'.repeat(100))
    const { status, headers } = await raw('/_next/static/a.css', { 'accept-encoding': 'br' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await raw('/_next/static/a.css', { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' })).status).toBe(304)
  })

  it('a file that changed is a new one', async () => {
    await writeFile(join(folder, 'hello.txt'), '你好')
    const first = await raw('/hello.txt')
    await writeFile(join(folder, 'hello.txt'), '再见')
    await utimes(join(folder, 'hello.txt'), 1, 1)
    const second = await raw('/hello.txt', { 'if-none-match': first.headers.etag ?? '' })
    expect([first.body, second.body, second.status]).toEqual(['你好', '再见', 200])
  })

  it('media of object storage are passed through', async () => {
    expect(await raw('/media/cd/a-640.webp')).toMatchObject({
      status: 200,
      body: 'bytes',
      headers: {
        'content-type': 'image/webp',
        etag: '"v1"',
        'content-length': '5',
        'cache-control': expect.stringContaining('immutable'),
      },
    })
    expect(await raw('/media/cd/a-640.webp', { 'if-none-match': '"v1"' })).toMatchObject({ status: 304, body: '' })
    expect(await raw('/media/cd/a-640.webp', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
    expect(await raw('/media/cd/a-640.webp', { range: 'bytes=1-2' })).toMatchObject({
      status: 206,
      body: 'yt',
      headers: { 'content-range': 'bytes 1-2/5', 'content-length': '2' },
    })
    expect(await raw('/media/cd/a-640.webp', { range: 'bytes=9-' })).toMatchObject({ status: 416 })
    expect(await raw('/media/cd/a-640.webp', { range: 'bytes=1-2', 'if-range': '"other"' })).toMatchObject({ status: 200 })
    expect(await raw('/media/cd/none-640.webp')).toMatchObject({ status: 404 })
    expect(await raw('/media/cd/away-640.webp')).toMatchObject({ status: 503, headers: { 'retry-after': '3' } })
  })

  it('media are streamed, whole or in part', async () => {
    await mkdir(join(folder, 'ab'), { recursive: true })
    await writeFile(join(folder, 'ab/a-640.webp'), Buffer.from('0123456789'))
    expect(await raw('/media/ab/a-640.webp')).toMatchObject({
      status: 200,
      body: '0123456789',
      headers: { 'content-type': 'image/webp', 'accept-ranges': 'bytes' },
    })
    expect(await raw('/media/ab/a-640.webp', { range: 'bytes=2-4' })).toMatchObject({
      status: 206,
      body: '234',
      headers: { 'content-range': 'bytes 2-4/10' },
    })
    expect(await raw('/media/ab/a-640.webp', { range: 'bytes=20-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */10' },
    })
    expect(await raw('/media/ab/a-640.webp', { range: 'bytes=2-4', 'if-range': '"other"' })).toMatchObject({ status: 200 })
    expect(await raw('/media/ab/a-640.webp', {}, 'HEAD')).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': '10' },
    })
  })

  /** A request of a picture of ten bytes, and what comes of it by RFC 9110: status, body, Content-Range. */
  const V = '"10-V"'
  it.each<[string, Record<string, string>, number, string, string?]>([
    ['a range', { range: 'bytes=2-4' }, 206, '234', 'bytes 2-4/10'],
    ['units are written either way', { range: 'Bytes=2-4' }, 206, '234', 'bytes 2-4/10'],
    ['to the end', { range: 'bytes=7-' }, 206, '789', 'bytes 7-9/10'],
    ['past the end', { range: 'bytes=7-99' }, 206, '789', 'bytes 7-9/10'],
    ['the last three', { range: 'bytes=-3' }, 206, '789', 'bytes 7-9/10'],
    ['the last hundred', { range: 'bytes=-100' }, 206, '0123456789', 'bytes 0-9/10'],
    ['the last none', { range: 'bytes=-0' }, 416, '', 'bytes */10'],
    ['behind the end', { range: 'bytes=10-' }, 416, '', 'bytes */10'],
    ['far behind it', { range: `bytes=${'9'.repeat(40)}-` }, 416, '', 'bytes */10'],
    ['backwards', { range: 'bytes=4-2' }, 200, '0123456789'],
    ['several', { range: 'bytes=0-1,4-5' }, 200, '0123456789'],
    ['another unit', { range: 'pages=1-2' }, 200, '0123456789'],
    ['no numbers', { range: 'bytes=a-b' }, 200, '0123456789'],
    ['of this very file', { range: 'bytes=2-4', 'if-range': V }, 206, '234', 'bytes 2-4/10'],
    ['of one that may be the same', { range: 'bytes=2-4', 'if-range': `W/${V}` }, 200, '0123456789'],
    ['of one before a date', { range: 'bytes=2-4', 'if-range': 'Mon, 23 Nov 2026 00:00:00 GMT' }, 200, '0123456789'],
    ['known', { 'if-none-match': V }, 304, ''],
    ['known, among others', { 'if-none-match': `"x", W/${V}` }, 304, ''],
    ['known before the range is looked at', { 'if-none-match': V, range: 'bytes=20-' }, 304, ''],
    ['any is known', { 'if-none-match': '*' }, 304, ''],
    ['not known', { 'if-none-match': '"x"' }, 200, '0123456789'],
    ['only this one', { 'if-match': `"x", ${V}` }, 200, '0123456789'],
    ['only another', { 'if-match': '"x"' }, 412, ''],
    ['only what is surely the same', { 'if-match': `W/${V}` }, 412, ''],
    ['only another comes first', { 'if-match': '"x"', 'if-none-match': V }, 412, ''],
    ['dates, where nothing has one', { 'if-modified-since': 'Mon, 23 Nov 2037 00:00:00 GMT' }, 200, '0123456789'],
  ])('%s', async (_, headers, status, body, contentRange) => {
    await mkdir(join(folder, 'ab'), { recursive: true })
    await writeFile(join(folder, 'ab/a-640.webp'), '0123456789')
    for (const path of ['/media/ab/a-640.webp', '/media/cd/ten-640.webp']) {
      const whole = await raw(path)
      const { etag = '' } = whole.headers
      const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll(V, etag)]))
      const answered = await raw(path, sent)
      expect([answered.status, answered.body, answered.headers['content-range']]).toEqual([status, body, contentRange])
      if (status === 412 || status === 416) expect(answered.headers['cache-control']).toBe('no-store')
      else expect([answered.headers.etag, answered.headers['cache-control']]).toEqual([etag, whole.headers['cache-control']])
      // HEAD knows no ranges, and is else the same without a body.
      const { range: _range, ...conditions } = sent
      const [get, head] = [await raw(path, conditions), await raw(path, sent, 'HEAD')]
      expect([head.status, head.body, { ...head.headers, date: '' }]).toEqual([get.status, '', { ...get.headers, date: '' }])
    }
  })

  it('an island is kept for a year where its address names what it holds, and for a minute where it names another', async () => {
    const text = 'customElements.define("x-y", class extends HTMLElement {})'
    await writeFile(join(folder, 'share.js'), text)
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
    const cachingOf = async (target: string) => (await raw(target)).headers['cache-control']
    expect(await cachingOf(`/islands/share.js?v=${hash}`)).toBe('public, max-age=31536000, immutable')
    for (const query of ['', '?v=0a1b2c3d4e', `?v=${hash}0`, '?v=latest'])
      expect(await cachingOf(`/islands/share.js${query}`)).toBe('public, max-age=60, stale-while-revalidate=600')
  })

  it('nothing outside the folder', async () => {
    await symlink('/etc/hostname', join(folder, 'link.js'))
    await mkdir(join(folder, 'ab'), { recursive: true })
    await symlink('/etc/hostname', join(folder, 'ab/link-640.webp'))
    for (const target of ['/islands/link.js', '/islands/none.js', '/islands/%5C..%5Ca.js', '/media/ab/none-640.webp']) {
      expect((await raw(target)).status).toBe(404)
    }
  })
})
