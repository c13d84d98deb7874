// What machines that read cost: `npm run bench -- machines [ARTICLES]`. Fills a fresh database, then makes each feed and map over
// and over: milliseconds, bytes, and the most memory the process ever held.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readArticles } from './make-read-articles'

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
const articles = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
// A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
await chmod(folder, 0o755)
try {
  const sql = join(folder, 'fill.sql')
  await writeFile(sql, readArticles(articles))
  console.log(`${articles} articles: filling, then making …`)
  console.table((await measure(sql)).map(row))
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
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10
  return {
    address: name,
    entries,
    kB: Math.round(bytes / 1_000),
    'p50 ms': at(0.5),
    'most ms': at(1),
    'own CPU ms': Math.round(cpuMs * 10) / 10,
    'RSS MB, most yet': Math.round(rssBytes / 1e6),
  }
}
