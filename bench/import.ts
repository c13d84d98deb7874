// How fast archives come in, and in how much memory: `npm run bench -- import [POSTS…]`. Command line only.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeArchive } from './make-archive'
import { report } from './parts/results'
import { round } from './parts/statistics'

const PROJECT = join(import.meta.dirname, '..')
const DEFAULT_SIZES = [10_000, 100_000]

interface Measured {
  posts: number
  perSecond: number
  peakMb: number
  cpuMs: number
  againPerSecond: number
}

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 && given.every((count) => count > 0) ? given : DEFAULT_SIZES
const results: Measured[] = []
for (const posts of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
  try {
    results.push(await measure(folder, posts))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
const rows = results.map(({ posts, perSecond, peakMb, cpuMs, againPerSecond }) => ({
  posts,
  'posts/s': perSecond,
  'beside the smallest': round(perSecond / (results[0]?.perSecond ?? perSecond), 2),
  'most memory, MB': peakMb,
  'CPU a post, ms': cpuMs,
  'again, unchanged, posts/s': againPerSecond,
}))
const about =
  'Archives of posts of 3 KB, each into an empty database, then the same again. Memory and CPU are those of the import process with all its threads, without PostgreSQL.'
report('import', { about, tables: [{ title: 'By size', rows }] }, given.length === 0)

/** A fresh archive into a fresh database, then the same again. */
async function measure(folder: string, posts: number): Promise<Measured> {
  const archive = join(folder, 'archive')
  console.log(`${posts} posts: writing …`)
  makeArchive({ folder: archive, posts })
  console.log(`${posts} posts: importing …`)
  const first = await importInto(folder, archive)
  const again = await importInto(folder, archive)
  if (first.report.created !== posts || again.report.unchanged !== posts) throw new Error('not every post came in')
  return {
    posts,
    perSecond: Math.round(posts / first.report.seconds),
    peakMb: Math.round(first.peakKb / 1024),
    cpuMs: Number((first.cpuMs / posts).toFixed(2)),
    againPerSecond: Math.round(posts / again.report.seconds),
  }
}

interface Report {
  created: number
  unchanged: number
  seconds: number
}

async function importInto(folder: string, archive: string): Promise<{ report: Report; peakKb: number; cpuMs: number }> {
  const file = join(folder, 'report.json')
  const words = [join(PROJECT, 'cli', 'start.mjs'), 'import', archive, '--report', file]
  const env = { ...process.env, DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '', DATA_DIR: join(folder, 'data') }
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  let [peakKb, cpuMs, running] = [0, 0, true]
  void ended.then(() => {
    running = false
  })
  while (running) {
    const usage = await usageOf(child.pid ?? 0)
    if (usage) [peakKb, cpuMs] = [Math.max(peakKb, usage.peakKb), usage.cpuMs]
    await sleep(100)
  }
  if ((await ended) !== 0) throw new Error(`the import ended with ${await ended}`)
  return { report: JSON.parse(await readFile(file, 'utf8')) as Report, peakKb, cpuMs }
}

/** Of the import process with all its threads, without PostgreSQL (Linux; elsewhere zero). */
async function usageOf(pid: number): Promise<{ peakKb: number; cpuMs: number } | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const [user = '0', system = '0'] =
      (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ').slice(11, 13) ?? []
    // Clock ticks are hundredths of a second on every Linux that Node runs on.
    return { peakKb: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0), cpuMs: (Number(user) + Number(system)) * 10 }
  } catch {
    return null
  }
}
