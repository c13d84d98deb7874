import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard } from '@/newsroom/article'
import { articleTag, neighboursTag } from '@/newsroom/cache-tags'
import { pickRelated, tagRarity } from '@/newsroom/related'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsInOrder } from './article-card'
import { limit } from './limit'
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
  tagIds: number[]
  previousId: string | null
  nextId: string | null
  reportIds: string[]
  candidates: Candidate[]
}

interface Candidate {
  id: string
  headline: string
  tagIds: number[]
  publishedAt: string
  /** the list it was found in; null: the category's */
  listTagId: number | null
}

/**
 * What stands beside an article. Related are of those just before it in its tags and its category: only older ones, so that
 * publishing never changes the pages of the archive but those of a few neighbours (server/commands/affected-neighbours).
 */
export async function listNeighbours(id: string): Promise<Neighbours> {
  reads(neighboursTag(id))
  const place = await findPlace(id)
  if (!place) return { previous: null, next: null, related: [], reports: [] }
  const { previousId, nextId, reportIds } = place
  const relatedIds = pickOf(place, new Set([previousId, ...reportIds]))
  const beside = [...new Set([previousId, nextId, ...reportIds, ...relatedIds].filter((one) => one !== null))]
  const cards = new Map((await cardsInOrder(beside)).map((card) => [card.id, card]))
  const of = (ids: string[]) => ids.flatMap((one) => cards.get(one) ?? [])
  return {
    previous: (previousId && cards.get(previousId)) || null,
    next: (nextId && cards.get(nextId)) || null,
    related: of(relatedIds),
    reports: of(reportIds),
  }
}

/** All of it in one statement: each costs more than what it asks for. */
async function findPlace(id: string): Promise<Place | null> {
  const older = Prisma.sql`AND ${isPublic('l')} AND (l."listedAt", l."articleId") < (p."listedAt", p."id")
    ORDER BY l."listedAt" DESC, l."articleId" DESC`
  const [place] = await readDb().$queryRaw<Place[]>`
    WITH p AS MATERIALIZED (
      SELECT a."id", a."listedAt", r."headline", c."categoryId",
        ARRAY(SELECT t."tagId" FROM "ArticleTag" t WHERE t."articleId" = a."id" ORDER BY t."position" ${limit(MOST_TAGS)}) AS "tagIds"
      FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
      LEFT JOIN "ArticleCategory" c ON c."articleId" = a."id" AND c."position" = 0
      WHERE a."id" = ${id} AND ${isPublic('a')})
    SELECT p."listedAt", p."headline", p."tagIds",
      (SELECT l."articleId" FROM "ArticleCategory" l WHERE l."categoryId" = p."categoryId" ${older} LIMIT 1) AS "previousId",
      (SELECT l."articleId" FROM "ArticleCategory" l WHERE l."categoryId" = p."categoryId" AND ${isPublic('l')}
        AND (l."listedAt", l."articleId") > (p."listedAt", p."id") ORDER BY l."listedAt", l."articleId" LIMIT 1) AS "nextId",
      ARRAY(SELECT l."articleId" FROM "StoryPlace" here JOIN "StoryPlace" l ON l."storyId" = here."storyId" AND l."articleId" <> p."id"
        WHERE here."articleId" = p."id" AND ${isPublic('l')} ORDER BY l."listedAt", l."articleId" ${limit(MOST_REPORTS)}) AS "reportIds",
      (SELECT coalesce(json_agg(json_build_object('id', a."id", 'headline', r."headline", 'publishedAt', a."listedAt",
          'listTagId', found."listTagId", 'tagIds', ARRAY(SELECT t."tagId" FROM "ArticleTag" t WHERE t."articleId" = a."id"))), '[]')
        FROM (
          SELECT o."articleId", o."tagId" AS "listTagId" FROM unnest(p."tagIds") mine ("tagId"),
            LATERAL (SELECT l."articleId", l."tagId" FROM "ArticleTag" l WHERE l."tagId" = mine."tagId" ${older} ${limit(OLDER_IN_A_LIST)}) o
          UNION ALL
          (SELECT l."articleId", NULL FROM "ArticleCategory" l WHERE l."categoryId" = p."categoryId" ${older} ${limit(OLDER_IN_A_LIST)})
        ) found
        JOIN "Article" a ON a."id" = found."articleId"
        JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision") AS "candidates"
    FROM p`
  return place ?? null
}

/** The ids of those that have most to do with it, but for `shown`. */
function pickOf({ listedAt, headline, tagIds, candidates: told }: Place, shown: ReadonlySet<string | null>): string[] {
  const candidates = told.map((candidate) => ({ ...candidate, publishedAt: new Date(candidate.publishedAt) }))
  reads(...candidates.map((candidate) => articleTag(candidate.id)))
  const byTag = Map.groupBy(candidates, ({ listTagId }) => listTagId)
  const tags = tagIds.map((tagId) => {
    const earlier = (byTag.get(tagId) ?? []).map(({ publishedAt }) => publishedAt)
    return { id: tagId, rarity: tagRarity(listedAt, earlier) }
  })
  const different = [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()]
  const fresh = different.filter((candidate) => !shown.has(candidate.id))
  return pickRelated({ headline, publishedAt: listedAt, tags }, fresh, RELATED).map(({ id }) => id)
}
