import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, LONG_ARTICLES, type PaperPlan, paper } from './paper'
import { PROJECT, runCommand } from './site'

/** A filled database in a temporary folder, and the addresses of what is in it. */
export interface PaperFolder {
  folder: string
  dataDir: string
  articles: number
  fillSeconds: number
  databaseBytes: number
  /** PostgreSQL's files, its log of changes included */
  diskBytes: number
  /** so many of the newest, which are the long ones */
  newest(count: number): string[]
  /** so many, evenly from all years */
  spread(count: number): string[]
  remove(): Promise<void>
}

export async function fillPaper(articles: number, { searchable = false } = {}): Promise<PaperFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
  // A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
  await chmod(folder, 0o755)
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const plan: PaperPlan = { articles, endMs: Math.floor(Date.now() / 60_000) * 60_000 - 60_000, searchable }
    const [sql, dataDir] = [join(folder, 'fill.sql'), join(folder, 'data')]
    await writeFile(sql, paper(plan))
    console.log(`${articles} articles: filling …`)
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error' }
    const printed = await runCommand(['--import', 'tsx', join(PROJECT, 'cli', 'fill-times.ts'), sql], env)
    const { seconds, databaseBytes } = JSON.parse(/^\{"kind":"filled".*\}$/m.exec(printed)?.[0] ?? '{}')
    if (searchable) await runCommand([join(PROJECT, 'cli', 'start.mjs'), 'reindex'], env)
    const every = (count: number, from: number) =>
      Array.from({ length: Math.min(count, articles) }, (_, index) =>
        addressOf(from + Math.floor(((articles - from) * (index + 1)) / Math.min(count, articles)), plan),
      )
    return {
      folder,
      dataDir,
      articles,
      fillSeconds: seconds,
      databaseBytes,
      diskBytes: await bytesBelow(join(dataDir, 'postgres')),
      newest: (count) => every(count, Math.max(0, articles - Math.min(LONG_ARTICLES, count))),
      spread: (count) => every(count, 0),
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const sizes = await Promise.all(
    entries.map(async (entry) =>
      entry.isFile() ? (await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size : 0,
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
