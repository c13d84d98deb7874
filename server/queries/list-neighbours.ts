import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard } from '@/newsroom/article'
import { articleTag, neighboursTag } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsOf } from './article-card'
import { isPublic } from './public-filter'

export interface Neighbours {
  /** the next older in its category */
  previous: ArticleCard | null
  next: ArticleCard | null
  related: ArticleCard[]
}

const RELATED = 5

/**
 * What stands beside an article. Related are those before it in its first tag (else its category): only older ones, so that
 * publishing never changes the pages of the archive but those of two neighbours (server/commands/affected-neighbours).
 */
export async function listNeighbours(id: string): Promise<Neighbours> {
  reads(neighboursTag(id))
  const [place] = await db().$queryRaw<{ listedAt: Date | null; categoryId: number | null; tagId: number | null }[]>`
    SELECT a."listedAt", c."categoryId", t."tagId" FROM "Article" a
    LEFT JOIN "ArticleCategory" c ON c."articleId" = a."id" AND c."position" = 0
    LEFT JOIN "ArticleTag" t ON t."articleId" = a."id" AND t."position" = 0
    WHERE a."id" = ${id}`
  if (!place?.listedAt) return { previous: null, next: null, related: [] }
  const here = Prisma.sql`(${place.listedAt}, ${id})`
  const inCategory = Prisma.sql`"ArticleCategory" l WHERE l."categoryId" = ${place.categoryId} AND ${isPublic('l')}`
  const inTag = Prisma.sql`"ArticleTag" l WHERE l."tagId" = ${place.tagId} AND ${isPublic('l')}`
  const olderIn = (list: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT l."articleId" AS "id" FROM ${list} AND (l."listedAt", l."articleId") < ${here}
    ORDER BY l."listedAt" DESC, l."articleId" DESC LIMIT ${limit}`
  const [older, newer, tagged] = await Promise.all([
    cardsOf(olderIn(inCategory, RELATED + 1)),
    cardsOf(Prisma.sql`
      SELECT l."articleId" AS "id" FROM ${inCategory} AND (l."listedAt", l."articleId") > ${here}
      ORDER BY l."listedAt" ASC, l."articleId" ASC LIMIT 1`),
    place.tagId === null ? [] : cardsOf(olderIn(inTag, RELATED + 1)),
  ])
  const previous = older[0] ?? null
  const related = (tagged.length > 0 ? tagged : older).filter((card) => card.id !== previous?.id).slice(0, RELATED)
  const neighbours = { previous, next: newer[0] ?? null, related }
  for (const card of [neighbours.previous, neighbours.next, ...related]) if (card) reads(articleTag(card.id))
  return neighbours
}
