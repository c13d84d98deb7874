import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import { type FeedFormat, feedPath } from '@/newsroom/feed/feed'
import type { Tx } from '@/server/db'

const FORMATS: readonly FeedFormat[] = ['atom', 'rss', 'json']
const PATHS = { category: categoryPath, tag: tagPath, source: sourcePath }

/** Addresses of the feeds that change with each of these articles: the site's own first, then of its categories, its source, its tags. */
export async function changedFeeds(tx: Tx, articleIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ articleId: string; kind: keyof typeof PATHS; slug: string }[]>`
    SELECT l."articleId", 'category' AS "kind", c."slug" FROM "ArticleCategory" l JOIN "Category" c ON c."id" = l."categoryId"
      WHERE l."articleId" = ANY(${[...articleIds]})
    UNION ALL SELECT a."id", 'source', s."slug" FROM "Article" a JOIN "Source" s ON s."id" = a."sourceId"
      WHERE a."id" = ANY(${[...articleIds]})
    UNION ALL SELECT l."articleId", 'tag', t."slug" FROM "ArticleTag" l JOIN "Tag" t ON t."id" = l."tagId"
      WHERE l."articleId" = ANY(${[...articleIds]})`
  const places = Map.groupBy(rows, ({ articleId }) => articleId)
  return new Map(
    articleIds.map((id) => {
      const pages = ['/', ...(places.get(id) ?? []).map(({ kind, slug }) => PATHS[kind](slug))]
      return [id, pages.flatMap((page) => FORMATS.map((format) => feedPath(page, format)))]
    }),
  )
}
