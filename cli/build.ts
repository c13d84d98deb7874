import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withProcessLock } from '@/server/process-lock'
import { SetupError } from '@/server/setup-error'
import { buildIslands, hashIslands } from './build-islands'
import { ROOT } from './root'
import { hashSources } from './source-hash'

/** Beside the build: the hashes of what it was made from, sources and islands. */
const MADE_FROM = join(ROOT, '.next', 'broadsheet-sources')
/** Not in `.next`, which a build empties. */
const LOCK = join(ROOT, 'generated', 'build.lock')

/**
 * Builds the site for production, unless the build there was made from these very sources. Needs no database. Of several
 * processes that ask at once, one builds and the others wait for it.
 */
export async function buildSite(say: (text: string) => void, signal?: AbortSignal): Promise<'built' | 'current'> {
  return await withProcessLock(LOCK, () => buildIfOutdated(say, signal), signal)
}

async function buildIfOutdated(say: (text: string) => void, signal: AbortSignal | undefined): Promise<'built' | 'current'> {
  const sources = hashSources(ROOT)
  if (await isCurrent(sources)) return 'current'
  await buildIslands()
  say('正在构建站点，约需一分钟 / building the site, about a minute …')
  await rm(MADE_FROM, { force: true })
  const { code, output } = await nextBuild(signal)
  if (code !== 0) throw new SetupError(`站点构建失败 / the site could not be built:\n${output}`)
  await writeFile(MADE_FROM, `${sources} ${await hashIslands()}`)
  return 'built'
}

async function isCurrent(sources: string): Promise<boolean> {
  const read = (file: string) => readFile(file, 'utf8').catch(() => null)
  return (await read(MADE_FROM)) === `${sources} ${await hashIslands()}` && (await read(join(ROOT, '.next', 'BUILD_ID'))) !== null
}

/** In a process of its own: a build takes memory that a server should not keep. */
async function nextBuild(signal: AbortSignal | undefined): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed)
    child.once('close', done)
  })
  return { code, output }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const done = await buildSite(console.log)
  console.log(done === 'built' ? '站点已构建 / the site is built' : '站点已是最新，无需构建 / the build there is current')
}
