import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { articlePath } from '@/newsroom/addresses'
import { machineTime } from '@/newsroom/dates'
import { type ExportedPicture, printExported } from '@/newsroom/jekyll/exported-post'
import { readMedia } from '@/server/backup/write-media'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { SetupError } from '@/server/setup-error'
import { exportedArticle, exportedParts } from './exported-article'
import { readNameTree } from './name-tree'

/** Read and written at a time, whatever the size of the paper. */
const BATCH = 100

export interface ExportOptions {
  /** does not exist yet, or is empty */
  folder: string
  signal?: AbortSignal
  onProgress?: (progress: { done: number; total: number }) => void
}

export interface Exported {
  articles: number
  withdrawn: number
  pictures: number
  /** keys that the storage has not */
  missing: string[]
}

/** Every article that was published, as a Jekyll site with its pictures; the import of that makes the same paper of an empty database. */
export async function exportArchive({ folder, signal, onProgress }: ExportOptions): Promise<Exported> {
  await mustBeEmpty(folder)
  await writeFile(join(folder, '_config.yml'), siteConfig())
  const published = { publication: { in: ['live' as const, 'withdrawn' as const] }, publishedAt: { lte: new Date() } }
  const total = await db().article.count({ where: published })
  const names = await readNameTree()
  const done: Exported = { articles: 0, withdrawn: 0, pictures: 0, missing: [] }
  for (let last = ''; ; ) {
    signal?.throwIfAborted()
    const rows = await db().article.findMany({
      where: { ...published, id: { gt: last } },
      include: exportedParts,
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const row of rows) {
      const exported = exportedArticle(row, names)
      if (!exported) continue
      await writePost(folder, exported)
      for (const picture of exported.article.media) await copyPicture(folder, picture, done)
      done[exported.article.withdrawn ? 'withdrawn' : 'articles']++
      onProgress?.({ done: done.articles + done.withdrawn, total })
    }
    const next = rows.at(-1)?.id
    if (next === undefined) return done
    last = next
  }
}

async function mustBeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new SetupError(`无法写入 / cannot be written: ${error.message}`)
  })
  if ((await readdir(folder)).length > 0) throw new SetupError(`${folder} 不是空文件夹 / is not empty: choose another folder`)
}

function siteConfig(): string {
  const { SITE_NAME, SITE_URL, SITE_LOCALE, SITE_TIMEZONE } = config()
  const lines = {
    title: SITE_NAME,
    url: SITE_URL,
    timezone: SITE_TIMEZONE,
    lang: SITE_LOCALE,
    permalink: '/:year/:month/:day/:title',
  }
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')
}

async function writePost(folder: string, { article, bodyHtml }: NonNullable<ReturnType<typeof exportedArticle>>): Promise<void> {
  const zone = config().SITE_TIMEZONE
  const publishedAt = new Date(article.publishedAt)
  const path = articlePath({ id: article.id, publishedAt }, zone)
  const [, year = '', month = '', day = ''] = path.split('/')
  const file = join(folder, '_posts', year, month, `${year}-${month}-${day}-${article.id}.html`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, printExported(article, bodyHtml, machineTime(publishedAt, zone), path))
}

/** Under the address it has here, so that the bodies find it; the file it came as, with all it may tell, is never exported. */
async function copyPicture(folder: string, { renditions }: ExportedPicture, done: Exported): Promise<void> {
  for (const { key } of renditions) {
    const file = join(folder, 'media', key)
    if (await stat(file).catch(() => null)) continue
    const bytes = await readMedia(key)
    if (!bytes) {
      done.missing.push(key)
      continue
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
    done.pictures++
  }
}
