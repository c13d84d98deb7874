import { randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { hostileFiles } from '@/server/hostile-files'
import { openStandIn, type StandIn } from '@/server/jobs/push/stand-in'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { freePort } from './free-port'
import { ROOT } from './root'
import { type RunningSite, startSiteProcess } from './site-fixture'

// The built site, as an operator has it, over HTTP: what only a whole request through page server and Next can show.
const canary = (name: string) => `${name}-canary-${randomBytes(18).toString('hex')}`
const SECRETS = { auth: canary('auth'), metrics: canary('metrics'), password: canary('password'), webhook: canary('webhook') }
const EMAIL = 'first@ribao.example'
/** What of a file must never be in what is served of it. */
const HOSTILE = /SECRET|trip\(1\)|<script|<svg|Exif|xmpmeta|%PDF/

let database: TestDatabase
let outside: StandIn
let site: RunningSite
let cookie: string
beforeAll(async () => {
  const port = await freePort(0)
  const SITE_URL = `http://127.0.0.1:${port}`
  database = await createTestDatabase({ SITE_URL })
  outside = await openStandIn()
  site = await startSiteProcess({
    ...{ PORT: String(port), SITE_URL, DATABASE_URL: database.url, DATA_DIR: database.dataDir, PUSH_TO_LOOPBACK: '1' },
    ...{ ADMIN_EMAIL: EMAIL, ADMIN_PASSWORD: SECRETS.password, AUTH_SECRET: SECRETS.auth, METRICS_TOKEN: SECRETS.metrics },
    ...{ LOG_LEVEL: 'trace', ACCESS_LOG: 'all', SLOW_QUERY_MS: '1' },
  })
  const signedIn = await signIn(SECRETS.password)
  expect(signedIn.status).toBe(200)
  cookie = (signedIn.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
}, 400_000)
afterAll(async () => {
  await site?.stop()
  await outside?.close()
  await database?.drop()
}, 60_000)

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: Buffer
}

async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const length = body ? { 'content-length': String(body.length) } : {}
  const sent = request(site.origin + path, { method, headers: { origin: site.origin, ...length, ...headers } })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject).end(body)
  })
  const { statusCode: status = 0, headers: told, rawHeaders } = answer
  const policies = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && name.toLowerCase() === 'content-security-policy' ? [rawHeaders[at + 1] ?? ''] : [],
  )
  return { status, headers: told, policies, body: await buffer(answer) }
}

const signIn = (password: string) =>
  ask('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ email: EMAIL, password })),
  })

/** Every page below /admin that has no place in its address, and some that lead nowhere. */
const deskPages = () => [
  ...globSync('app/admin/**/page.tsx', { cwd: ROOT })
    .map((file) => file.replace(/^app|\/page\.tsx$/g, '').replace(/\/\([^/]+\)/g, ''))
    .map((address) => address.replace('[...path]', 'no/such/page').replace(/\[\w+\]/g, '0000000000')),
  '/admin/categories/no-such',
]

it('every page of the desk has one policy, whoever asks: scripts by nonce, nothing inline, no frame of others', async () => {
  const pages = deskPages()
  const ways: Record<string, string>[] = [{ cookie, accept: 'text/html' }, { accept: 'text/html' }, { cookie, rsc: '1' }]
  expect(pages.length).toBeGreaterThan(24)
  for (const path of pages)
    for (const headers of ways) {
      const { policies, status } = await ask(path, { headers })
      expect([path, status < 500, policies.length]).toEqual([path, true, 1])
      const [policy = ''] = policies
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1] ?? 'none said'
      expect([path, scripts]).toEqual([path, expect.stringMatching(/^'none'$|^'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/)])
      expect([path, policy]).toEqual([path, expect.stringMatching(/frame-ancestors '(self|none)'/)])
    }
}, 180_000)

it('every answer else has one policy too: pages, feeds, pictures, what is missing, refused or moved', async () => {
  const paths = [
    '/',
    '/category',
    '/search?q=x',
    '/feed.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/latest.json',
    '/nothing/here',
    '/%',
  ]
  for (const path of [...paths, '/lite/', '/healthz', '/metrics', '/api/v1/articles', '/admin/draft', '/media/aa/none', '/2026/'])
    expect([path, (await ask(path)).policies.length]).toEqual([path, 1])
})

it('files as attackers send them are refused with a word or made anew, and nothing of them is served', async () => {
  let taken = 0
  const files = await hostileFiles()
  for (const [name, body] of files) {
    const headers = { cookie, 'content-type': 'text/html', 'x-file-name': encodeURIComponent(`../${name}.html`) }
    const sent = await ask('/admin/media/upload', { method: 'POST', headers, body })
    expect([name, sent.status]).toEqual([name, expect.toSatisfy((status: number) => [200, 201, 413, 422].includes(status))])
    const told = JSON.parse(sent.body.toString())
    if (sent.status > 201) {
      expect([name, told.errors[0].code]).toEqual([name, expect.stringMatching(/^media\./)])
      continue
    }
    taken++
    const served = await ask(told.media.src)
    expect([name, served.status, served.headers['content-type']]).toEqual([name, 200, 'image/webp'])
    expect([name, served.headers['x-content-type-options'], served.policies[0]]).toEqual([
      ...[name, 'nosniff', expect.stringContaining('sandbox')],
    ])
    expect([name, HOSTILE.exec(served.body.toString('latin1'))]).toEqual([name, null])
  }
  expect([files.length > 140, taken]).toEqual([true, 10])
  expect((await ask('/readyz')).status).toBe(200)
}, 180_000)

it('no secret is in the log, in the metrics or in what anybody is answered', async () => {
  const hook = await db().webhook.create({
    data: { url: `${outside.origin}/hook`, secret: SECRETS.webhook, events: ['article.published'] },
  })
  await db().delivery.create({ data: { channel: 'webhook', target: '/', event: 'test', webhookId: hook.id } })
  outside.reply = ({ headers }) => ({ status: 422, body: `no: ${SECRETS.webhook} ${headers['x-broadsheet-signature']}` })
  await signIn(`wrong ${SECRETS.password}`)
  for (const path of ['/metrics', `/metrics?token=${SECRETS.metrics}x`])
    expect((await ask(path, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
  // All connections break: errors of every kind are logged.
  await db().$queryRaw`
    SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "datname" = current_database() AND "pid" <> pg_backend_pid()`
  await vi.waitFor(async () => expect((await ask('/admin', { headers: { cookie } })).status).toBe(200), { timeout: 30_000 })
  await vi.waitFor(() => expect(outside.heard.length).toBeGreaterThan(0), { timeout: 60_000 })
  const scraped = await ask('/metrics', { headers: { authorization: `Bearer ${SECRETS.metrics}` } })
  expect([scraped.status, scraped.body.toString()]).toEqual([200, expect.stringContaining('broadsheet_requests_total')])
  const pages = ['/', '/admin', '/admin/pushes', '/admin/settings', '/admin/staff', '/admin/audit', '/readyz', '/healthz']
  const answers = await Promise.all(pages.map((path) => ask(path, { headers: { cookie } })))
  const said = site.said()
  expect(said).toContain('"level":')
  const heard = { log: said, metrics: scraped.body.toString(), pages: answers.map(({ body }) => body.toString()).join('\n') }
  const session = cookie.split('=').at(-1) ?? 'no session'
  const { password } = new URL(database.url)
  const secrets = {
    ...SECRETS,
    session,
    'of the database': password,
    'start of the session': decodeURIComponent(session).split('.')[0],
  }
  for (const [where, text] of Object.entries(heard))
    for (const [what, secret] of Object.entries(secrets))
      expect([what, where, (secret?.length ?? 0) > 8, text.includes(secret ?? '')]).toEqual([what, where, true, false])
}, 180_000)
