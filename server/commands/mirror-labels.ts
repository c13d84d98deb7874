import type { DraftContent } from '@/newsroom/desk/draft'
import type { Tx } from '@/server/db'
import { followMerges, led } from './follow-merges'

const MIRRORED = ['type', 'sourceId', 'sourceUrl', 'leadMediaId'] as const

/**
 * Files an article as its draft says: when it goes to readers, and all the while nobody has published it, so that the desk's
 * lists find it. `before` is what it is filed as, null to file it anew; of what nobody has published the database itself
 * keeps categories and tags (trigger file_as_drafted).
 */
export async function mirrorLabels(
  tx: Tx,
  articleId: string,
  before: DraftContent | null,
  { type, sourceId: named, sourceUrl, leadMediaId, ...labels }: DraftContent,
): Promise<void> {
  // A text may have waited while names in it were merged: what was signed stays, what is filed follows.
  const sourceId = named && ((await followMerges(tx, 'source', [named])).get(named) ?? null)
  const after = { type, sourceId, sourceUrl, leadMediaId }
  if (!before || MIRRORED.some((field) => before[field] !== after[field]))
    await tx.article.updateMany({ where: { id: articleId }, data: { ...after, sourceUrl: sourceUrl || null } })
  if (before) return
  await tx.articleCategory.deleteMany({ where: { articleId } })
  await tx.articleTag.deleteMany({ where: { articleId } })
  const categoryIds = led(await followMerges(tx, 'category', labels.categoryIds), labels.categoryIds)
  const tagIds = led(await followMerges(tx, 'tag', labels.tagIds), labels.tagIds)
  const categories = categoryIds.map((categoryId, position) => ({ articleId, categoryId, position }))
  const tags = tagIds.map((tagId, position) => ({ articleId, tagId, position }))
  if (categories.length > 0) await tx.articleCategory.createMany({ data: categories })
  if (tags.length > 0) await tx.articleTag.createMany({ data: tags })
}
