import { articleTag, type CacheTag, CORRECTIONS, type ListName, neighboursTag, tagsOfListing } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import type { Tx } from '@/server/db'
import { affectedNeighbours, type ListPlace } from './affected-neighbours'

export interface ArticlePlace extends ListPlace {
  sourceId: number | null
}

/**
 * Where published articles stand, and those that carry the same report, since lists fold them into one line: asked before and
 * after a change that may move them.
 */
export async function placesOf(tx: Tx, ids: string[]): Promise<ArticlePlace[]> {
  return await tx.$queryRaw<ArticlePlace[]>`
    SELECT a."id" AS "articleId", a."publishedAt" AS "listedAt", a."sourceId",
      ARRAY(SELECT c."categoryId" FROM "ArticleCategory" c WHERE c."articleId" = a."id") AS "categoryIds",
      ARRAY(SELECT t."tagId" FROM "ArticleTag" t WHERE t."articleId" = a."id") AS "tagIds"
    FROM "Article" a WHERE a."publishedAt" IS NOT NULL AND a."id" IN (
      SELECT unnest(${ids}::text[]) UNION
      SELECT o."articleId" FROM "StoryPlace" s JOIN "StoryPlace" o ON o."storyId" = s."storyId" WHERE s."articleId" = ANY(${ids}))`
}

/** Every page that shows these articles at these places, and the pages of their neighbours there. */
export async function tagsOfPlaces(tx: Tx, places: ArticlePlace[]): Promise<CacheTag[]> {
  const { SITE_TIMEZONE } = config()
  const listings = places.flatMap((place) => {
    const lists: ListName[] = [
      'site',
      ...place.categoryIds.map((id): ListName => `category:${id}`),
      ...place.tagIds.map((id): ListName => `tag:${id}`),
      ...(place.sourceId === null ? [] : [`source:${place.sourceId}` as const]),
    ]
    return [
      articleTag(place.articleId),
      neighboursTag(place.articleId),
      ...lists.flatMap((list) => tagsOfListing(list, place.listedAt, SITE_TIMEZONE)),
    ]
  })
  return [...listings, ...(await affectedNeighbours(tx, places)).map(neighboursTag), ...(await tagsOfCorrections(tx, places))]
}

/** An article that comes or goes takes its corrections with it. */
async function tagsOfCorrections(tx: Tx, places: ArticlePlace[]): Promise<CacheTag[]> {
  const where = { articleId: { in: places.map(({ articleId }) => articleId) }, revokedAt: null }
  return (await tx.correction.findFirst({ where, select: { id: true } })) ? [CORRECTIONS] : []
}
