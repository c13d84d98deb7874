import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What goes into a build of the site: folders and files. */
export const SOURCES = [
  'app',
  'cli/build-islands.ts',
  'components',
  'islands',
  'messages',
  'newsroom',
  'prisma/schema.prisma',
  'server',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]
/** Below them, what no page of the site imports. */
const APART = ['server/importer/', 'server/jobs/', 'server/pages/']

/** A hash over everything a build is made from: when it is the same, so would be the build. */
export function hashSources(dir: string): string {
  const files = SOURCES.flatMap((source) => listFiles(dir, source)).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const bytes = readFileSync(join(dir, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** One after the other: a thousand small files are read so for a fifth of what as many promises take. */
function listFiles(dir: string, source: string): string[] {
  const found = statSync(join(dir, source), { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [source]
  return readdirSync(join(dir, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll('\\', '/'))
    .filter(matters)
}

function matters(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !APART.some((folder) => path.startsWith(folder))
}
