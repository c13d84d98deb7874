import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { BuildOptions, OutputFile, Plugin } from 'esbuild'
import { ROOT } from './root'

const MOST_BYTES = 8_000
const OUT = join(ROOT, 'public/islands')
/** Address of each island with a version of its content, read by components/site/island.tsx. */
const LIST = join(ROOT, 'generated/islands.json')

export interface IslandSize {
  name: string
  bytes: number
  brotliBytes: number
}

/** Builds islands/*.ts into public/islands; throws when together they weigh more than a reader's page may. */
export async function buildIslands(): Promise<IslandSize[]> {
  const { build } = await import('esbuild')
  const results = await Promise.all((await plans()).map((plan) => build({ ...plan, write: false })))
  const sizes = await keep(results.flatMap(({ outputFiles }) => outputFiles))
  const sum = sizes.reduce((total, { brotliBytes }) => total + brotliBytes, 0)
  if (sum > MOST_BYTES)
    throw new RangeError(`the islands weigh ${sum} bytes in Brotli; a page may carry ${MOST_BYTES}\n${table(sizes)}`)
  return sizes
}

/** Builds, and builds again whatever changes; resolves to what ends it. For development: the weight is said, not judged. */
export async function watchIslands(say: (text: string) => void): Promise<() => Promise<void>> {
  const { build, context } = await import('esbuild')
  const outputs = new Map<string, OutputFile>()
  const hold = (files: OutputFile[] = []) => {
    for (const file of files) outputs.set(file.path, file)
  }
  for (const plan of await plans()) hold((await build({ ...plan, write: false })).outputFiles)
  // Both plans may end at once, and each writes all files and the list.
  let keeping = Promise.resolve()
  const keeper: Plugin = {
    name: 'keep',
    setup: ({ onEnd }) =>
      onEnd(async ({ outputFiles, errors }) => {
        hold(outputFiles)
        if (errors.length > 0) return
        keeping = keeping.then(async () => say(table(await keep([...outputs.values()]))))
        await keeping
      }),
  }
  const contexts = await Promise.all(
    (await plans()).map((plan) => context({ ...plan, write: false, logLevel: 'warning', plugins: [keeper] })),
  )
  for (const each of contexts) await each.watch()
  return async () => {
    await Promise.all(contexts.map((each) => each.dispose()))
  }
}

/** `*-boot` runs in the head before anything is painted, so it is a plain script; all others are modules. */
async function plans(): Promise<BuildOptions[]> {
  const sources = (await readdir(join(ROOT, 'islands'))).filter((file) => file.endsWith('.ts'))
  const isBoot = (file: string) => file.endsWith('-boot.ts')
  const plan = (files: string[], format: 'esm' | 'iife'): BuildOptions => ({
    entryPoints: files.map((file) => join(ROOT, 'islands', file)),
    absWorkingDir: ROOT,
    outdir: OUT,
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  })
  return [
    plan(
      sources.filter((file) => !isBoot(file)),
      'esm',
    ),
    plan(sources.filter(isBoot), 'iife'),
  ]
}

/** Over all that a build made of the islands: another one where somebody has taken a file away, or development left its own. */
export async function hashIslands(): Promise<string> {
  const names = (await readdir(OUT).catch(() => [])).sort()
  const hash = createHash('sha256')
  for (const file of [LIST, ...names.map((name) => join(OUT, name))])
    hash.update(await readFile(file).catch(() => '')).update(file.slice(ROOT.length))
  return hash.digest('hex')
}

async function keep(files: OutputFile[]): Promise<IslandSize[]> {
  await mkdir(OUT, { recursive: true })
  await mkdir(join(ROOT, 'generated'), { recursive: true })
  for (const { path, contents } of files) await replace(path, contents)
  const names = files.map(({ path }) => basename(path)).sort()
  for (const left of await readdir(OUT)) if (!names.includes(left)) await rm(join(OUT, left))
  const addresses = files.map(({ path, contents }) => {
    const version = createHash('sha256').update(contents).digest('hex').slice(0, 10)
    return [basename(path, '.js'), `/islands/${basename(path)}?v=${version}`] as const
  })
  await replace(LIST, `${JSON.stringify(Object.fromEntries(addresses.sort()), null, 2)}\n`)
  return files.map(({ path, contents }) => ({
    name: basename(path, '.js'),
    bytes: contents.byteLength,
    brotliBytes: brotliCompressSync(contents).byteLength,
  }))
}

/** Never half a file, while a server sends it. */
async function replace(path: string, contents: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.draft`
  await writeFile(draft, contents)
  await rename(draft, path)
}

function table(sizes: IslandSize[]): string {
  const sum = { name: 'islands', bytes: 0, brotliBytes: 0 }
  for (const { bytes, brotliBytes } of sizes) {
    sum.bytes += bytes
    sum.brotliBytes += brotliBytes
  }
  return [...sizes, sum]
    .map(
      ({ name, bytes, brotliBytes }) =>
        `${name.padEnd(18)} ${String(bytes).padStart(6)} B, ${String(brotliBytes).padStart(5)} B Brotli`,
    )
    .join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--watch')) await watchIslands(console.log)
  else console.log(table(await buildIslands()))
}
