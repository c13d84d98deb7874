// How soon readers see what is published, on the server it was published on and on another one: `npm run bench -- publish
// [CHANGES]`. Two sites of one database, and over HTTP what an editor's browser sends: each change is saved and published on the
// first, then pages of both are asked for until they show it.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Row, report } from './parts/results'
import { type RunningSite, startSite } from './parts/site'
import { at, round } from './parts/statistics'

const WITHIN_MS = 10_000
const AIM_MS = 1_000
const ADMINISTRATOR = { email: 'bench@ribao.example', password: `lantern ${randomBytes(12).toString('hex')}` }
/** Crockford's base 32, of which ids of articles are made. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const given = process.argv[2]
const changes = Number(given ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
// Two sites of one folder share its database: what two servers are to each other.
const env = {
  ...{ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' },
  ...{ ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password },
}
const servers: RunningSite[] = []
let site = ''
try {
  console.log('starting two servers …')
  for (const _ of ['the one', 'the other']) servers.push(await startSite(env))
  site = servers[0]?.url ?? ''
  await measure()
} finally {
  for (const server of servers.reverse()) await server.stop()
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

  // A process that just started loads the code of a page with its first reader.
  for (const { url } of servers) for (const page of [path, '/']) await shows(url + page, '开篇')

  const times = { 'save: sent to answered': [], 'publish: click to answer': [] } as Record<string, number[]>
  const publish = await actionOf(editor, 'publish')
  for (let number = 1; number <= changes; number++) {
    const headline = `第${number}稿${randomBytes(4).toString('hex')}`
    await timed('save: sent to answered', async () => {
      version = await save(version, headline)
    })
    await timed('publish: click to answer', () => send(publish, [id, {}]))
    const other = servers[1]?.url ?? ''
    await Promise.all([
      timed('answer to the article’s page', () => shows(site + path, headline)),
      timed('answer to the front page', () => shows(`${site}/`, headline)),
      timed('answer to the article’s page on the other', () => shows(other + path, headline)),
      timed('answer to the front page on the other', () => shows(`${other}/`, headline)),
    ])
  }
  const rows = Object.entries(times).map(([what, all]) => ({ what, ...figures(all) }))
  const longest = Math.max(...rows.filter(({ what }) => what.endsWith('on the other')).map((row) => row['longest, ms']))
  report(
    'publish',
    {
      about: `${changes} times a change of one article is saved and published on one server, as an editor’s browser does it; then readers ask both servers, of one database, one request after the other, until they show it.`,
      aims: [
        { what: 'Published on one server, seen on the other, longest', value: longest, unit: 'ms', aim: AIM_MS, is: 'most' },
      ],
      tables: [{ title: 'By the clock', rows }],
    },
    given === undefined,
  )

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
async function shows(address: string, words: string): Promise<void> {
  const until = performance.now() + WITHIN_MS
  while (performance.now() < until) {
    const html = await (await fetch(address)).text()
    if (html.replaceAll('<wbr/>', '').includes(words)) return
  }
  throw new Error(`${address} does not show ${words}`)
}

function figures(times: number[]) {
  const of = (share: number) => round(at(times, share), 1)
  return { 'median, ms': of(0.5), 'p95, ms': of(0.95), 'longest, ms': of(1) } satisfies Row
}
