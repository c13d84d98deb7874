import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { ROOT } from './root'

const CONTENT = join(ROOT, 'content')

/** On a first start the sample archive fills the paper; an import that was cut off then is finished now. */
export async function firstImport(say: (text: string) => void, signal: AbortSignal): Promise<void> {
  if (!existsSync(CONTENT) || !(await isWanted())) return
  const { importArchive } = await import('@/server/importer/import-archive')
  say('正在导入 content/ 里的报道 / importing the articles of content/ …')
  const { created, refused, stopped } = await importArchive({ roots: [CONTENT], signal })
  if (stopped) return
  say(`已导入 ${created} 篇 / ${created} articles imported`)
  for (const { file, line, reason } of refused) say(`未能导入 / refused: ${file}${line === null ? '' : `:${line}`} ${reason}`)
}

/** An empty database, or one in which this very import began and never ended. */
async function isWanted(): Promise<boolean> {
  if (!(await db().article.findFirst({ select: { id: true } }))) return true
  if (!(await db().importRun.findFirst({ where: { finishedAt: null }, select: { id: true } }))) return false
  const { findArchives } = await import('@/server/importer/find-archive')
  const [archive] = await findArchives([CONTENT], { usualTimeZone: config().SITE_TIMEZONE })
  const runs = await db().importRun.findMany({ where: { archive: archive?.name ?? '' }, select: { finishedAt: true } })
  return runs.length > 0 && runs.every(({ finishedAt }) => finishedAt === null)
}
