// How fast the desk's list of articles is: `npm run bench -- desk-list [ARTICLES]`. Fills a fresh database, then times the
// query of each filter and order, first and further pages, as an administrator, an editor of one desk and a reporter.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { deskArticles } from './make-desk-articles'
import { report } from './parts/results'
import { at, round } from './parts/statistics'

const PROJECT = join(import.meta.dirname, '..')
const ROUNDS = 10
const AIM_MS = 50

const FILTERS = [
  ...['', 'sort=published', 'sort=oldest', 'sort=waiting', 'sort=planned'],
  ...['draft', 'review', 'first_review', 'returned', 'ready', 'scheduled', 'live', 'withdrawn', 'urgent', 'discarded'].map(
    (state) => `state=${state}`,
  ),
  ...['state=live&sort=published', 'state=withdrawn&sort=published', 'mine=1', 'waiting=1', 'waiting=1&sort=waiting'],
  // Common; common but long ago; rare.
  ...['category=1', 'category=1&sort=published', 'category=2', 'category=2&sort=published', 'category=55'],
  ...['tag=1', 'tag=1&sort=oldest', 'tag=7', 'tag=300', 'tag=4000'],
  ...['author=p1', 'author=p1&sort=published', 'author=p1500', 'author=sstaff-3', 'source=1', 'source=150'],
  ...['type=wire', 'type=translation', 'type=contributed&sort=published'],
  ...['from=2015-03-01&to=2015-03-31', 'from=2015-03-01&to=2015-03-31&sort=published'],
  // Together: many of each and many of both, many of each and hardly any of both.
  ...['category=2&tag=1', 'category=1&type=contributed', 'tag=1&author=p1', 'source=1&category=2&type=wire'],
  ...['state=live&tag=1&category=3&from=2018-01-01&to=2018-12-31&sort=published', 'state=draft&category=1'],
  // Words: in most headlines, in some, in few, in none; with a filter.
  ...['q=市', 'q=发展', 'q=青团', 'q=青团元宵', 'q=地铁换电', 'q=没有这个词', 'q=口岸 保税 仲裁', 'q=换电航线&sort=published'],
  ...['q=马拉松&category=1', 'q=发展&category=2', 'q=地铁&state=draft'],
]
const WHO = [
  { id: 'staff-1', role: 'administrator', desk: null },
  { id: 'staff-7', role: 'editor', desk: [1, 13, 25, 37] },
  { id: 'staff-20', role: 'reporter', desk: null },
]

interface Measured {
  role: string
  filter: string
  found: string
  first: number[]
  deep: number[]
  /** milliseconds a page, of PostgreSQL and the asking process together */
  cpu: number
}

const given = process.argv[2]
const articles = Number(given ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
try {
  const [sql, cases] = [join(folder, 'fill.sql'), join(folder, 'cases.json')]
  await writeFile(sql, deskArticles(articles))
  await writeFile(cases, JSON.stringify(WHO.flatMap((who) => FILTERS.map((filter) => ({ who, filter })))))
  console.log(`${articles} articles: filling, then asking …`)
  tell(await measure(sql, cases))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(sql: string, cases: string): Promise<Measured[]> {
  const words = ['--import', 'tsx', join(PROJECT, 'cli', 'desk-times.ts'), sql, cases, String(ROUNDS)]
  const env = {
    ...process.env,
    DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '',
    DATABASE_POOL_SIZE: '1',
    DATA_DIR: join(folder, 'data'),
  }
  const child = spawn(process.execPath, words, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const measured: Measured[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"role"')) measured.push(JSON.parse(line) as Measured)
  }
  if ((await ended) !== 0) throw new Error(`the measuring process ended with ${await ended}`)
  return measured
}

function tell(measured: Measured[]): void {
  console.table(
    measured.map(({ role, filter, found, first, deep, cpu }) => ({
      role,
      filter: filter || '(none)',
      found,
      'first p50': time(first, 0.5),
      'first p95': time(first, 0.95),
      'deep p50': time(deep, 0.5),
      'deep p95': time(deep, 0.95),
      cpu: round(cpu, 1),
    })),
  )
  const isOver = ({ first, deep }: Measured) => at([...first, ...deep], 0.95) > AIM_MS
  const rows = WHO.map(({ role }) => {
    const of = measured.filter((each) => each.role === role)
    const all = of.flatMap(({ first, deep }) => [...first, ...deep])
    const cpu = of.map((each) => each.cpu)
    return {
      role,
      ...{ pages: all.length, 'p50, ms': time(all, 0.5), p95: time(all, 0.95), p99: time(all, 0.99) },
      ...{ 'CPU a page, median of all filters, ms': time(cpu, 0.5), 'p95 of them': time(cpu, 0.95) },
      [`filters above ${AIM_MS} ms at p95`]: `${of.filter(isOver).length} of ${of.length}`,
    }
  })
  const over = measured.filter(isOver).map(({ role, filter }) => `${role} ${filter}`)
  const about = `The desk’s list at ${articles} articles: each filter, order and search, first page and the next three, ${ROUNDS} rounds; processor time is that of PostgreSQL and the asking process together. Above ${AIM_MS} ms at p95: ${over.join(', ') || 'none'}.`
  report('desk-list', { about, tables: [{ title: 'By who asks', rows }] }, given === undefined)
}

function time(times: number[], share: number): number {
  return round(at(times, share), 1)
}
