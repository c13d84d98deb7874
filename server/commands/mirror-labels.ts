import type { DraftContent } from '@/newsroom/desk/draft'
import type { Tx } from '@/server/db'

const MIRRORED = ['type', 'sourceId', 'sourceUrl', 'leadMediaId'] as const

/**
 * What readers do not see yet is filed as its draft says, so that the desk's lists find it; its categories and tags are by
 * the database itself (trigger file_as_drafted).
 */
export async function mirrorLabels(tx: Tx, articleId: string, before: DraftContent, after: DraftContent): Promise<void> {
  if (MIRRORED.every((field) => before[field] === after[field])) return
  const { type, sourceId, sourceUrl, leadMediaId } = after
  await tx.article.updateMany({ where: { id: articleId }, data: { type, sourceId, sourceUrl: sourceUrl || null, leadMediaId } })
}
