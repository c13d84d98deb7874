import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What goes into a build of the site: folders and files. */
const SOURCES = [
  'app',
  'cli/build-islands.ts',
  'components',
  'islands',
  'messages',
  'newsroom',
  'prisma/schema.prisma',
  'server',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
/** Below them, what no page of the site imports. */
const APART = ['server/importer/', 'server/jobs/', 'server/pages/']

/** A hash over everything a build is made from: when it is the same, so would be the build. */
export async function hashSources(dir: string): Promise<string> {
  const files = (await Promise.all(SOURCES.map((source) => listFiles(dir, source)))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const bytes = await readFile(join(dir, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

async function listFiles(dir: string, source: string): Promise<string[]> {
  const found = await stat(join(dir, source)).catch(() => null)
  if (!found) return []
  if (found.isFile()) return [source]
  const names = await readdir(join(dir, source), { recursive: true })
  const paths = names.map((name) => `${source}/${name.replaceAll('\\', '/')}`).filter(matters)
  const states = await Promise.all(paths.map((path) => stat(join(dir, path))))
  return paths.filter((_, at) => states[at]?.isFile())
}

function matters(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !APART.some((folder) => path.startsWith(folder))
}
