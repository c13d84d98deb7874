import { request } from 'node:http'
import { connect } from 'node:http2'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { type Asker, act, deskOf, leaveDraft, openCategory, told } from './desk-trust'
import { type EdgePorts, type Edges, edgePorts, missingForEdges, startEdges } from './edge-process'
import { freePort, removeData, runSite, type SiteProcess } from './site-process'

// One site of two processes with nginx and with Varnish in front, as deploy/ sets them up: the tests build on one another.
test.describe.configure({ mode: 'serial', timeout: 60_000 })
const missing = missingForEdges()
test.skip(missing !== null, missing ?? '')

const ADMINISTRATOR = { email: 'first@ribao.example', password: 'seven lanterns in the rain' }
const dataDir = join('.data', 'e2e', `edge-${process.pid}`)
let url: string
let ports: EdgePorts
let site: SiteProcess | undefined
let edges: Edges | undefined
let desk: Asker
let article: { id: string; path: string }

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(120_000)
  url = `http://127.0.0.1:${await freePort()}`
  ports = await edgePorts()
  const settings = {
    ...{ WEB_CONCURRENCY: '2', ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password },
    ...{ PURGE_URL: `http://127.0.0.1:${ports.varnish}/`, PURGE_KIND: 'varnish', EDGE_SECONDS: '3600' },
  }
  site = await runSite({ url, dataDir, log: join('reports', 'e2e-edge.log'), settings })
  edges = await startEdges(url, dataDir, ports)
  desk = await deskOf({ request: await playwright.request.newContext({ baseURL: url, timeout: 60_000 }) }, ADMINISTRATOR, url)
  const { id: category } = await openCategory(desk, '江防')
  const id = await leaveDraft(desk, {
    headline: '汽渡恢复通航',
    bodyHtml: '<p>首班船六点开出。</p>'.repeat(40),
    categoryIds: [category],
  })
  await act(desk, editor(id), 'publish', id, {})
  article = { id, path: (await told(desk, id)).path ?? '' }
})
test.afterAll(async () => {
  await edges?.stop()
  await site?.stop()
  await removeData(dataDir)
})

const editor = (id: string) => `/admin/articles/${id}`
const both = () => [edges?.nginx ?? '', edges?.varnish ?? '']

interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: Buffer
}

async function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    request(`${origin}${path}`, { agent: false, method, headers }, (answer) => {
      const { statusCode: status = 0 } = answer
      buffer(answer).then((body) => resolve({ status, headers: answer.headers, body }), reject)
    })
      .on('error', reject)
      .end()
  })
}

const showsEverywhere = (path: string, holds: (answer: Answer) => boolean) =>
  expect
    .poll(async () => (await Promise.all(both().map((origin) => ask(origin, path)))).every(holds), {
      timeout: 2_000,
      intervals: [20],
    })
    .toBe(true)
const says = (words: string) => (answer: Answer) => answer.body.toString().replaceAll('<wbr/>', '').includes(words)

test('a reader gets through either what the site sends, byte for byte, whoever they are', async () => {
  for (const origin of both()) {
    for (const coding of ['br', 'gzip, deflate', 'identity']) {
      const asked = { 'accept-encoding': coding }
      const own = await ask(url, article.path, asked)
      const passed = await ask(origin, article.path, asked)
      expect(passed.body.equals(own.body), `${origin} ${coding}`).toBe(true)
      for (const name of [
        'etag',
        'content-encoding',
        'content-security-policy',
        'cache-control',
        'content-type',
        'speculation-rules',
      ])
        expect(passed.headers[name], `${origin} ${name}`).toBe(own.headers[name])
      expect(passed.headers).not.toHaveProperty('cdn-cache-control')
      expect(passed.headers).not.toHaveProperty('cache-tag')
      // A cookie changes nothing, and who has the page already is not sent it again.
      const known = { ...asked, cookie: 'session=1; view=elder', authorization: 'Bearer x' }
      expect((await ask(origin, article.path, known)).body.equals(own.body)).toBe(true)
      const again = await ask(origin, article.path, { ...asked, 'if-none-match': String(own.headers.etag) })
      expect([again.status, again.body.length]).toEqual([304, 0])
    }
    expect((await ask(origin, article.path, {}, 'HEAD')).status).toBe(200)
  }
  expect((await ask(url, article.path)).headers['cdn-cache-control']).toBe('max-age=3600, stale-if-error=600')
  const before = edges?.varnishHits() ?? 0
  for (let turn = 0; turn < 20; turn++) await ask(edges?.varnish ?? '', article.path)
  expect(edges?.varnishHits()).toBe(before + 20)
})

test('readers are served over HTTP/2, and nobody outside purges or reads what is the operator’s', async () => {
  const session = connect(edges?.tls ?? '', { rejectUnauthorized: false })
  const stream = session.request({ ':path': article.path })
  expect((await buffer(stream)).toString()).toContain('首班船六点开出')
  session.destroy()
  const { status, headers } = await ask(`http://127.0.0.1:${ports.plain}`, article.path, { host: 'news.example' })
  expect([status, headers.location]).toEqual([308, `https://news.example${article.path}`])
  expect((await ask(edges?.nginx ?? '', '/', { 'xkey-purge': 'everything' }, 'PURGE')).status).toBe(405)
  const forwarded = { 'xkey-purge': 'everything', 'x-forwarded-for': '203.0.113.9' }
  expect((await ask(edges?.varnish ?? '', '/', forwarded, 'PURGE')).status).toBe(405)
  for (const path of ['/metrics', '/readyz']) expect((await ask(edges?.nginx ?? '', path)).status).toBe(404)
})

test('what staff see is kept nowhere', async () => {
  const { cookies } = await desk.page.request.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const origin of both()) {
    const own = await ask(origin, editor(article.id), { cookie })
    expect([own.status, says('汽渡恢复通航')(own)]).toEqual([200, true])
    expect(own.headers['cache-control']).toContain('no-store')
    const strange = await ask(origin, editor(article.id))
    expect(strange.status).toBeGreaterThanOrEqual(300)
    expect(says('汽渡恢复通航')(strange)).toBe(false)
  }
})

test('what is published is what every reader sees through either within two seconds, on its page and on the front', async () => {
  await showsEverywhere('/', says('汽渡恢复通航'))
  await leaveDraft(desk, { headline: '汽渡推迟通航' }, article.id)
  await act(desk, editor(article.id), 'publish', article.id, {})
  await Promise.all([showsEverywhere(article.path, says('汽渡推迟通航')), showsEverywhere('/', says('汽渡推迟通航'))])
})

test('what is withdrawn is gone through either within two seconds', async () => {
  await act(desk, editor(article.id), 'withdraw', article.id, { reason: '失实', approver: '严终', notice: '' })
  await showsEverywhere(article.path, (answer) => answer.status === 410 && !says('首班船')(answer))
})

test('while the site does not answer, its last pages stay, and what was withdrawn does not come back', async () => {
  await showsEverywhere('/', (answer) => answer.status === 200)
  await site?.kill()
  site = undefined
  for (const origin of both()) {
    const front = await ask(origin, '/')
    expect([front.status, says('</html>')(front)]).toEqual([200, true])
    expect(says('首班船')(await ask(origin, article.path))).toBe(false)
    expect((await ask(origin, '/2026/11/20/never-asked')).status).toBeGreaterThanOrEqual(500)
  }
})
