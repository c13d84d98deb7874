import { Prisma } from '@/generated/prisma/client'
import type { CorrectionItem } from '@/newsroom/article'
import { articleTag, CORRECTIONS } from '@/newsroom/cache-tags'
import { readCursor, writeCursor } from '@/newsroom/cursor'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import type { ListPage } from './list-articles'
import { isPublic } from './public-filter'

export interface CorrectionList {
  items: CorrectionItem[]
  older: string | null
  newer: string | null
}

interface Row {
  id: number
  wrong: string
  right: string
  publishedAt: Date
  articleId: string
  headline: string
  articlePublishedAt: Date
}

/** One page of the corrections that stand on what readers can see, the newest first, by keyset. */
export async function listCorrections({ before, after, size = 20 }: ListPage = {}): Promise<CorrectionList> {
  reads(CORRECTIONS)
  const upTo = keyOf(after)
  if (upTo) {
    const newer = await rowsOf(Prisma.sql`(c."publishedAt", c."id") > (${upTo.at}, ${upTo.id})`, 'ASC', size + 1)
    // Fewer than a page are left above: that is the first page, which has its own address.
    if (newer.length > size) return page(newer.slice(0, size).reverse(), { older: true, newer: true })
  }
  const from = keyOf(before)
  const older = from ? Prisma.sql`(c."publishedAt", c."id") < (${from.at}, ${from.id})` : Prisma.sql`true`
  const rows = await rowsOf(older, 'DESC', size + 1)
  return page(rows.slice(0, size), { older: rows.length > size, newer: from !== null })
}

async function rowsOf(where: Prisma.Sql, order: 'ASC' | 'DESC', limit: number): Promise<Row[]> {
  const direction = Prisma.raw(order)
  return await readDb().$queryRaw<Row[]>`
    SELECT c."id", c."wrong", c."right", c."publishedAt", c."articleId", r."headline", a."publishedAt" AS "articlePublishedAt"
    FROM "Correction" c
    JOIN "Article" a ON a."id" = c."articleId"
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    WHERE c."revokedAt" IS NULL AND ${isPublic('a')} AND ${where}
    ORDER BY c."publishedAt" ${direction}, c."id" ${direction} LIMIT ${limit}`
}

function page(rows: Row[], beyond: { older: boolean; newer: boolean }): CorrectionList {
  reads(...rows.map(({ articleId }) => articleTag(articleId)))
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    items: rows.map(({ articleId, headline, articlePublishedAt, ...correction }) => ({
      ...correction,
      article: { id: articleId, headline, publishedAt: articlePublishedAt },
    })),
    older: beyond.older && last ? cursorOf(last) : null,
    newer: beyond.newer && first ? cursorOf(first) : null,
  }
}

/** A number in the form of an article's id, so that this list pages as all others do. */
const cursorOf = ({ publishedAt, id }: Row) => writeCursor({ at: publishedAt, id: String(id).padStart(8, '0') })

function keyOf(cursor: string | undefined): { at: Date; id: number } | null {
  const read = readCursor(cursor)
  const id = Number(read?.id)
  return read && Number.isSafeInteger(id) && id < 2 ** 31 ? { at: read.at, id } : null
}
