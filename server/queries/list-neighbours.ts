import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard } from '@/newsroom/article'
import { articleTag, neighboursTag } from '@/newsroom/cache-tags'
import { pickRelated, tagRarity } from '@/newsroom/related'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsInOrder, cardsOf } from './article-card'
import { isPublic } from './public-filter'

export interface Neighbours {
  /** the next older in its category */
  previous: ArticleCard | null
  next: ArticleCard | null
  related: ArticleCard[]
  /** the same report at other outlets, the first published first */
  reports: ArticleCard[]
}

const RELATED = 5
/** As many as server/commands/affected-neighbours counts with. */
const OLDER_IN_A_LIST = 6
const MOST_TAGS = 5
const MOST_REPORTS = 20

interface Place {
  listedAt: Date
  headline: string
  categoryId: number | null
  tagIds: number[]
}

/**
 * What stands beside an article. Related are of those just before it in its tags and its category: only older ones, so that
 * publishing never changes the pages of the archive but those of a few neighbours (server/commands/affected-neighbours).
 */
export async function listNeighbours(id: string): Promise<Neighbours> {
  reads(neighboursTag(id))
  const place = await findPlace(id)
  if (!place) return { previous: null, next: null, related: [], reports: [] }
  const here = Prisma.sql`(${place.listedAt}, ${id})`
  const inCategory = Prisma.sql`"ArticleCategory" l WHERE l."categoryId" = ${place.categoryId} AND ${isPublic('l')}`
  const [[previous = null], [next = null], reports] = await Promise.all([
    cardsOf(Prisma.sql`
      SELECT l."articleId" AS "id" FROM ${inCategory} AND (l."listedAt", l."articleId") < ${here}
      ORDER BY l."listedAt" DESC, l."articleId" DESC LIMIT 1`),
    cardsOf(Prisma.sql`
      SELECT l."articleId" AS "id" FROM ${inCategory} AND (l."listedAt", l."articleId") > ${here}
      ORDER BY l."listedAt" ASC, l."articleId" ASC LIMIT 1`),
    listReports(id),
  ])
  const shown = new Set([previous?.id, ...reports.map((report) => report.id)])
  const related = await listRelated(id, place, shown)
  for (const card of [previous, next, ...reports]) if (card) reads(articleTag(card.id))
  return { previous, next, related, reports }
}

async function findPlace(id: string): Promise<Place | null> {
  const [place] = await readDb().$queryRaw<Place[]>`
    SELECT a."listedAt", r."headline", c."categoryId",
      ARRAY(SELECT t."tagId" FROM "ArticleTag" t WHERE t."articleId" = a."id" ORDER BY t."position" LIMIT ${MOST_TAGS}) AS "tagIds"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    LEFT JOIN "ArticleCategory" c ON c."articleId" = a."id" AND c."position" = 0
    WHERE a."id" = ${id} AND ${isPublic('a')}`
  return place ?? null
}

async function listReports(id: string): Promise<ArticleCard[]> {
  const newestFirst = await cardsOf(Prisma.sql`
    SELECT l."articleId" AS "id" FROM "StoryPlace" here JOIN "StoryPlace" l ON l."storyId" = here."storyId" AND l."articleId" <> ${id}
    WHERE here."articleId" = ${id} AND ${isPublic('l')} ORDER BY l."listedAt", l."articleId" LIMIT ${MOST_REPORTS}`)
  return newestFirst.reverse()
}

interface Candidate {
  id: string
  headline: string
  tagIds: number[]
  publishedAt: Date
  /** the list it was found in; null: the category's */
  listTagId: number | null
}

async function listRelated(id: string, place: Place, shown: ReadonlySet<string | undefined>): Promise<ArticleCard[]> {
  const { listedAt, headline, categoryId, tagIds } = place
  const older = Prisma.sql`AND ${isPublic('l')} AND (l."listedAt", l."articleId") < (${listedAt}, ${id})
    ORDER BY l."listedAt" DESC, l."articleId" DESC LIMIT ${OLDER_IN_A_LIST}`
  const candidates = await readDb().$queryRaw<Candidate[]>`
    SELECT a."id", r."headline", a."listedAt" AS "publishedAt", found."listTagId",
      ARRAY(SELECT t."tagId" FROM "ArticleTag" t WHERE t."articleId" = a."id") AS "tagIds"
    FROM (
      SELECT o."articleId", o."tagId" AS "listTagId" FROM unnest(${tagIds}::int[]) mine ("tagId"),
        LATERAL (SELECT l."articleId", l."tagId" FROM "ArticleTag" l WHERE l."tagId" = mine."tagId" ${older}) o
      UNION ALL
      (SELECT l."articleId", NULL FROM "ArticleCategory" l WHERE l."categoryId" = ${categoryId} ${older})
    ) found
    JOIN "Article" a ON a."id" = found."articleId"
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"`
  reads(...candidates.map((candidate) => articleTag(candidate.id)))
  const byTag = Map.groupBy(candidates, ({ listTagId }) => listTagId)
  const tags = tagIds.map((tagId) => {
    const earlier = (byTag.get(tagId) ?? []).map(({ publishedAt }) => publishedAt)
    return { id: tagId, rarity: tagRarity(listedAt, earlier) }
  })
  const different = [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()]
  const fresh = different.filter((candidate) => !shown.has(candidate.id))
  const picked = pickRelated({ headline, publishedAt: listedAt, tags }, fresh, RELATED)
  return await cardsInOrder(picked.map((card) => card.id))
}
