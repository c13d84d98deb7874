// How soon readers see what is published: `npm run bench -- publish [CHANGES]`. A site of its own, and over HTTP what an editor's
// browser sends: each change is saved and published, then the pages are asked for until they show it.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PROJECT = join(import.meta.dirname, '..')
const WITHIN_MS = 10_000
const ADMINISTRATOR = { email: 'bench@ribao.example', password: `lantern ${randomBytes(12).toString('hex')}` }
/** Crockford's base 32, of which ids of articles are made. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const changes = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
const port = await freePort()
const site = `http://127.0.0.1:${port}`
const env = {
  ...process.env,
  ...{ DATABASE_URL: '', DATABASE_DIRECT_URL: '', DATA_DIR: join(folder, 'data') },
  ...{ PORT: String(port), HOST: '127.0.0.1', SITE_URL: site },
  ...{ ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password },
}
console.log('starting a site …')
const server = spawn(process.execPath, [join(PROJECT, 'cli', 'start.mjs'), 'start'], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
})
const ended = once(server, 'exit')
try {
  await ready()
  await measure()
} finally {
  server.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const cookie = await signIn()
  const headers = { cookie, origin: site }
  const id = Array.from(randomBytes(10), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  const editor = `/admin/articles/${id}`
  const category = await act('/admin/categories', 'save', null, {
    ...{ name: '快讯', slug: 'bench-kuaixun', parentId: null, reviewStages: 0 },
  })
  let version = await save(0, '开篇')
  await act(editor, 'publish', id, {})
  const { path } = (await (await fetch(`${site}${editor}/draft`, { headers })).json()) as { path: string }

  const times = { 'save: sent to answered': [], 'publish: click to answer': [] } as Record<string, number[]>
  const publish = await actionOf(editor, 'publish')
  for (let number = 1; number <= changes; number++) {
    const headline = `第${number}稿${randomBytes(4).toString('hex')}`
    await timed('save: sent to answered', async () => {
      version = await save(version, headline)
    })
    await timed('publish: click to answer', () => send(publish, [id, {}]))
    await Promise.all([
      timed('answer to the article’s page', () => shows(path, headline)),
      timed('answer to the front page', () => shows('/', headline)),
    ])
  }
  console.table(Object.entries(times).map(([what, all]) => ({ what, ...figures(all) })))

  async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
    const before = performance.now()
    await act()
    const all = times[what] ?? []
    all.push(performance.now() - before)
    times[what] = all
  }

  async function save(baseVersion: number, headline: string): Promise<number> {
    const content = {
      ...{
        kicker: '',
        headline,
        subhead: '',
        standfirst: '',
        dateline: '',
        bodyHtml: `<p>${headline}，正文如常。</p>`.repeat(20),
      },
      ...{ type: 'original', sourceId: null, sourceUrl: '', originalHeadline: '', originalAuthor: '', bylines: [] },
      ...{ categoryIds: [Number(category.id)], tagIds: [], leadMediaId: null },
      ...{ searchTitle: '', searchDescription: '', aiAssistance: 'none' },
    }
    const answer = await fetch(`${site}${editor}/draft`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ clientId: 'bench', baseVersion, content }),
    })
    if (!answer.ok) throw new Error(`not saved: ${await answer.text()}`)
    return ((await answer.json()) as { version: number }).version
  }

  async function act(page: string, name: string, ...args: unknown[]): Promise<Record<string, unknown>> {
    return await send(await actionOf(page, name), args)
  }

  /** What a button of a page sends: its action is found in the page as a browser finds it. */
  async function actionOf(page: string, name: string): Promise<{ page: string; action: string }> {
    const drawn = await (await fetch(site + page, { headers: { ...headers, rsc: '1' } })).text()
    const [, row] = new RegExp(`"${name}":"\\$h(\\w+)"`).exec(drawn) ?? []
    const [, action] = new RegExp(`^${row}:\\{"id":"(\\w+)"`, 'm').exec(drawn) ?? []
    if (!action) throw new Error(`${page} has no action ${name}`)
    return { page, action }
  }

  async function send({ page, action }: { page: string; action: string }, args: unknown[]): Promise<Record<string, unknown>> {
    const answer = await fetch(site + page, {
      method: 'POST',
      headers: { ...headers, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
      body: JSON.stringify(args),
    })
    const [, outcome = '{}'] = /^1:(\{.*\})$/m.exec(await answer.text()) ?? []
    const told = JSON.parse(outcome)
    if (!told.ok) throw new Error(`${page}: ${outcome}`)
    return told
  }
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${site}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site },
    body: JSON.stringify(ADMINISTRATOR),
  })
  if (!answer.ok) throw new Error(`not signed in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Asks as a reader, one request after the other, until the page shows these words. */
async function shows(path: string, words: string): Promise<void> {
  const until = performance.now() + WITHIN_MS
  while (performance.now() < until) {
    const html = await (await fetch(site + path)).text()
    if (html.replaceAll('<wbr/>', '').includes(words)) return
  }
  throw new Error(`${path} does not show ${words}`)
}

async function ready(): Promise<void> {
  while (server.exitCode === null) {
    if (
      await fetch(`${site}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await sleep(200)
  }
  throw new Error('the site ended')
}

/** Milliseconds. */
function figures(times: number[]): Record<'median' | 'p95' | 'longest', number> {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1))
  return { median: at(0.5), p95: at(0.95), longest: at(1) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
