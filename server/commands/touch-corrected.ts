import { articleTag, type CacheTag, tagsOfPeriods } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import type { Tx } from '@/server/db'

/**
 * A correction came to an article or was taken back: what stands at its address changed now. Answers the tags of all that says
 * so: the article itself, and the maps of its day and month.
 */
export async function touchCorrected(tx: Tx, articleId: string): Promise<CacheTag[]> {
  const rows = await tx.$queryRaw<{ publishedAt: Date | null }[]>`
    UPDATE "Article" SET "updatedAt" = clock_timestamp(), "touchedAt" = clock_timestamp(), "version" = "version" + 1
    WHERE "id" = ${articleId} RETURNING "publishedAt"`
  return [
    articleTag(articleId),
    ...rows.flatMap(({ publishedAt }) => (publishedAt ? tagsOfPeriods('site', publishedAt, config().SITE_TIMEZONE) : [])),
  ]
}
