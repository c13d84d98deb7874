// How fast readers' searches are, and whether they find everything: `npm run bench -- search [ARTICLES]`. Fills a fresh database,
// then asks for words, phrases and filters, first and tenth page, by time and by relevance.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

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

const articles = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
try {
  console.log(`${articles} articles: filling, then asking …`)
  report(await measure())
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
  if (line.kind === 'filled')
    console.log(
      `filled in ${Math.round(line.seconds)} s, index built in ${Math.round(line.indexSeconds)} s: ` +
        `${Math.round(line.articles / (line.seconds + line.indexSeconds))} articles/s`,
    )
  else if (line.kind === 'size')
    console.log(
      `${line.articles} articles, ${line.distinct} distinct bodies; table ${megabytes(line.table)}, index ${megabytes(line.index)}`,
    )
  else if (line.kind === 'recall')
    console.log(
      `recall of ${line.words} words against a scan of all texts: ${line.expected} expected, ${line.missing} missing, ${line.extra} too many`,
    )
  else console.log('words:', JSON.stringify(line))
}

function report(measured: Measured[]): void {
  console.table(
    measured.map(({ name, found, first, tenth, slow, cpu }) => ({
      query: name,
      found,
      'first p50': at(first, 0.5),
      'first p95': at(first, 0.95),
      'tenth p50': at(tenth, 0.5),
      'tenth p95': at(tenth, 0.95),
      cpu: Math.round(cpu * 10) / 10,
      slow,
    })),
  )
  for (const order of ['by time', 'by relevance']) {
    const times = measured
      .filter(({ name }) => name.endsWith(', by relevance') === (order === 'by relevance'))
      .flatMap(({ first, tenth }) => [...first, ...tenth])
    console.log(
      `${order}: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, p99 ${at(times, 0.99)} ms of ${times.length} pages; ` +
        `${times.filter((ms) => ms > AIM_MS).length} over ${AIM_MS} ms`,
    )
  }
}

function at(times: number[], share: number): number | null {
  const sorted = times.toSorted((a, b) => a - b)
  const time = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return time === undefined ? null : Math.round(time * 10) / 10
}
