// What machines that read cost: `npm run bench -- machines [ARTICLES]`. Fills a fresh database, then makes each feed and map over
// and over: milliseconds, bytes, and the most memory the process ever held.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readArticles } from './make-read-articles'
import { report } from './parts/results'
import { at, round } from './parts/statistics'

interface Made {
  name: string
  times: number[]
  cpuMs: number
  bytes: number
  entries: number
  /** the most so far */
  rssBytes: number
}

const PROJECT = join(import.meta.dirname, '..')
const ROUNDS = 10
const given = process.argv[2]
const articles = Number(given ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
try {
  const sql = join(folder, 'fill.sql')
  await writeFile(sql, readArticles(articles))
  console.log(`${articles} articles: filling, then making …`)
  const about = `What feeds and maps cost at ${articles} articles of fifteen years, each made anew ${ROUNDS} times: by the clock, and of processor time without PostgreSQL.`
  report('machines', { about, tables: [{ title: 'Made anew', rows: (await measure(sql)).map(row) }] }, given === undefined)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(sql: string): Promise<Made[]> {
  const words = ['--import', 'tsx', join(PROJECT, 'cli', 'machine-times.ts'), sql, String(ROUNDS)]
  const env = { ...process.env, DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '', DATA_DIR: join(folder, 'data') }
  const child = spawn(process.execPath, words, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const made: Made[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"name"')) made.push(JSON.parse(line) as Made)
  }
  if ((await ended) !== 0) throw new Error(`the measuring process ended with ${await ended}`)
  return made
}

function row({ name, times, cpuMs, bytes, entries, rssBytes }: Made) {
  return {
    address: name,
    entries,
    kB: round(bytes / 1_000),
    'p50 ms': round(at(times, 0.5), 1),
    'most ms': round(at(times, 1), 1),
    'own CPU ms': round(cpuMs, 1),
    'RSS MB, most yet': round(rssBytes / 1e6),
  }
}
