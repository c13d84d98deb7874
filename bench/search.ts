// How fast readers' searches are, and whether they find everything: `npm run bench -- search [ARTICLES]`. Fills a fresh database,
// then asks for words, phrases and filters, first and tenth page, by time and by relevance.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { report } from './parts/results'
import { at, round } from './parts/statistics'

const PROJECT = join(import.meta.dirname, '..')
const ROUNDS = 5
const AIM_MS = 50

type Line =
  | { kind: 'filled'; articles: number; seconds: number; indexSeconds: number }
  | { kind: 'size'; table: number; index: number; distinct: number; articles: number }
  | ({ kind: 'words' } & Record<string, string[]>)
  | { kind: 'measured'; name: string; found: number; first: number[]; tenth: number[]; slow: number; cpu: number }
  | { kind: 'recall'; words: number; expected: number; missing: number; extra: number }
type Measured = Extract<Line, { kind: 'measured' }>

const given = process.argv[2]
/** A million are an hour's work before the first question. */
const articles = Number(given ?? 100_000)
/** what is said of the index, for the report */
const told: string[] = []
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
try {
  console.log(`${articles} articles: filling, then asking …`)
  tellAll(await measure())
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(): Promise<Measured[]> {
  const words = ['--import', 'tsx', join(PROJECT, 'cli', 'search-times.ts'), String(articles), String(ROUNDS)]
  const env = {
    ...process.env,
    DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '',
    SEARCH_POOL_SIZE: '1',
    DATA_DIR: join(folder, 'data'),
  }
  const child = spawn(process.execPath, words, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const measured: Measured[] = []
  for await (const text of createInterface({ input: child.stdout })) {
    if (!text.startsWith('{"kind"')) continue
    const line = JSON.parse(text) as Line
    if (line.kind === 'measured') measured.push(line)
    else tell(line)
  }
  if ((await ended) !== 0) throw new Error(`the measuring process ended with ${await ended}`)
  return measured
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`
}

function tell(line: Exclude<Line, Measured>): void {
  if (line.kind === 'words') console.log('words:', JSON.stringify(line))
  else console.log(told[told.push(sentence(line)) - 1])
}

function sentence(line: Exclude<Line, Measured | { kind: 'words' }>): string {
  if (line.kind === 'filled') {
    const perSecond = Math.round(line.articles / (line.seconds + line.indexSeconds))
    return `filled in ${Math.round(line.seconds)} s, index built in ${Math.round(line.indexSeconds)} s: ${perSecond} articles/s`
  }
  if (line.kind === 'size')
    return `${line.articles} articles, ${line.distinct} distinct bodies; table ${megabytes(line.table)}, index ${megabytes(line.index)}`
  return `recall of ${line.words} words against a scan of all texts: ${line.expected} expected, ${line.missing} missing, ${line.extra} too many`
}

function tellAll(measured: Measured[]): void {
  const rows = measured.map(({ name, found, first, tenth, slow, cpu }) => ({
    query: name,
    found,
    'first p50, ms': time(first, 0.5),
    'first p95': time(first, 0.95),
    'tenth p50': time(tenth, 0.5),
    'tenth p95': time(tenth, 0.95),
    'CPU, ms': round(cpu, 1),
    'cut off': slow,
  }))
  const orders = ['by time', 'by relevance'].map((order) => {
    const times = measured
      .filter(({ name }) => name.endsWith(', by relevance') === (order === 'by relevance'))
      .flatMap(({ first, tenth }) => [...first, ...tenth])
    const over = times.filter((ms) => ms > AIM_MS).length
    return {
      order,
      ...{ pages: times.length, 'p50, ms': time(times, 0.5), p95: time(times, 0.95), p99: time(times, 0.99) },
      [`over ${AIM_MS} ms`]: over,
    }
  })
  const about = `Readers’ searches at ${articles} articles of 3 KB, ${ROUNDS} rounds, first and tenth page: by the clock until the answer is there with its excerpts, and of processor time of PostgreSQL and the asking process together. ${told.join('; ')}.`
  const tables = [
    { title: 'All of an order', rows: orders },
    { title: 'By query', rows },
  ]
  report('search', { about, tables }, given === undefined)
}

/** null: none was measured */
function time(times: number[], share: number): number | null {
  return times.length > 0 ? round(at(times, share), 1) : null
}
