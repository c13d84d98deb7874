import { articlePath } from '@/newsroom/addresses'
import { CORRECTIONS, LATEST } from '@/newsroom/cache-tags'
import { lastChange } from '@/newsroom/last-change'
import { readRenditions } from '@/newsroom/rendition'
import type { NewsEntry } from '@/newsroom/sitemap/sitemap'
import { MOST_NEWS } from '@/newsroom/sitemap/sitemap-part'
import { siteTime } from '@/server/clock'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads, until } from '@/server/render-scope'
import { isPublic } from './public-filter'

/** Google: what a news sitemap may name was published in the last two days. */
const NEWS_MS = 48 * 3_600_000

interface Row {
  id: string
  headline: string
  language: string
  publishedAt: Date
  updatedAt: Date
  renditions: unknown
}

/** How many files the news of the last two days need: none, one or several. */
export async function countNewsPieces(): Promise<number> {
  reads(LATEST)
  const [row] = await readDb().$queryRaw<{ count: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS "count", min(l."listedAt") AS "oldest" FROM "Article" l
    WHERE ${isPublic('l')} AND l."listedAt" > ${new Date(siteTime().getTime() - NEWS_MS)}`
  if (row?.oldest) until(new Date(row.oldest.getTime() + NEWS_MS))
  return Math.ceil((row?.count ?? 0) / MOST_NEWS)
}

/** A thousand of them, the newest first. The answer ends when the oldest of them is two days old. */
export async function listNews(piece: number): Promise<NewsEntry[]> {
  reads(LATEST, CORRECTIONS)
  const rows = await readDb().$queryRaw<Row[]>`
    SELECT a."id", r."headline", a."language", a."listedAt" AS "publishedAt", a."updatedAt", m."renditions" FROM "Article" a
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    LEFT JOIN "Media" m ON m."id" = a."leadMediaId"
    WHERE ${isPublic('a')} AND a."listedAt" > ${new Date(siteTime().getTime() - NEWS_MS)}
    ORDER BY a."listedAt" DESC, a."id" DESC LIMIT ${MOST_NEWS} OFFSET ${(piece - 1) * MOST_NEWS}`
  const oldest = rows.at(-1)
  if (oldest) until(new Date(oldest.publishedAt.getTime() + NEWS_MS))
  return rows.map((row) => {
    const [widest] = readRenditions(row.renditions)
    const { headline, language, publishedAt } = row
    const path = articlePath(row, config().SITE_TIMEZONE)
    return { path, changedAt: lastChange(row), headline, language, publishedAt, image: widest && `/media/${widest.key}` }
  })
}
