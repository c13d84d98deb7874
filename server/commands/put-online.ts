import type { DraftContent } from '@/newsroom/desk/draft'
import { headlineTerms } from '@/newsroom/headline-terms'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { announceArticles } from './announce-articles'
import { placesOf, tagsOfPlaces } from './article-tags'
import { recordMediaUse } from './record-media-use'

export interface TextToPublish {
  articleId: string
  content: DraftContent
  revision: number
  publishedAt: Date
  updatedAt: Date
}

/** Puts a revision before readers, with its labels; every page that shows it, or showed it, is dropped. The row is held by the caller. */
export async function putOnline(tx: Tx, { articleId, content, revision, publishedAt, updatedAt }: TextToPublish): Promise<void> {
  const wasLive = (await tx.article.count({ where: { id: articleId, publication: 'live' } })) > 0
  const before = await placesOf(tx, [articleId])
  await fileArticle(tx, articleId, content)
  await tx.$executeRaw`
    UPDATE "Article" SET "publication" = 'live', "type" = ${content.type}::"ArticleType",
      "sourceId" = ${content.sourceId}, "sourceUrl" = ${content.sourceUrl || null}, "leadMediaId" = ${content.leadMediaId}, "liveRevision" = ${revision}, "draftRevision" = ${revision},
      "publishedAt" = ${publishedAt}, "updatedAt" = ${updatedAt}, "touchedAt" = clock_timestamp(), "version" = "version" + 1,
      "headlineTerms" = array_to_tsvector(${headlineTerms(content.headline)}),
      "embargoUntil" = CASE WHEN "embargoUntil" <= ${publishedAt} THEN "embargoUntil" END
    WHERE "id" = ${articleId}`
  await recordMediaUse(tx, articleId)
  const after = await placesOf(tx, [articleId])
  await publishTags(tx, await tagsOfPlaces(tx, [...before, ...after]))
  await announceArticles(tx, [{ articleId, kind: wasLive ? 'updated' : 'published' }])
}

/** In the order of the draft: its own category first. */
async function fileArticle(tx: Tx, articleId: string, { categoryIds, tagIds }: DraftContent): Promise<void> {
  await tx.articleCategory.deleteMany({ where: { articleId } })
  await tx.articleTag.deleteMany({ where: { articleId } })
  await tx.articleCategory.createMany({ data: categoryIds.map((categoryId, position) => ({ articleId, categoryId, position })) })
  await tx.articleTag.createMany({ data: tagIds.map((tagId, position) => ({ articleId, tagId, position })) })
}

/** Takes what readers see from them; `publication` is what it is from now on. */
export async function takeOffline(tx: Tx, articleId: string, publication: 'unpublished' | 'withdrawn'): Promise<void> {
  const places = await placesOf(tx, [articleId])
  await tx.$executeRaw`
    UPDATE "Article" SET "publication" = ${publication}::"Publication", "touchedAt" = clock_timestamp(), "version" = "version" + 1
    WHERE "id" = ${articleId}`
  await publishTags(tx, await tagsOfPlaces(tx, places))
  await announceArticles(tx, [{ articleId, kind: publication }])
}
