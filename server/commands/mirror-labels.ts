import type { DraftContent } from '@/newsroom/desk/draft'
import type { Tx } from '@/server/db'

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
  { type, sourceId, sourceUrl, leadMediaId, ...labels }: DraftContent,
): Promise<void> {
  const after = { type, sourceId, sourceUrl, leadMediaId }
  if (!before || MIRRORED.some((field) => before[field] !== after[field]))
    await tx.article.updateMany({ where: { id: articleId }, data: { ...after, sourceUrl: sourceUrl || null } })
  if (before) return
  await tx.articleCategory.deleteMany({ where: { articleId } })
  await tx.articleTag.deleteMany({ where: { articleId } })
  const categories = labels.categoryIds.map((categoryId, position) => ({ articleId, categoryId, position }))
  const tags = labels.tagIds.map((tagId, position) => ({ articleId, tagId, position }))
  if (categories.length > 0) await tx.articleCategory.createMany({ data: categories })
  if (tags.length > 0) await tx.articleTag.createMany({ data: tags })
}
