import { db } from '@/server/db'
import type { Actor } from './actor'

/** After a bulk import: the planner knows the new sizes at once, not when autovacuum comes by. */
export async function refreshStatistics(_actor: Actor): Promise<void> {
  await db()
    .$executeRaw`ANALYZE "Article", "Revision", "ArticleCategory", "ArticleTag", "Category", "Tag", "Source", "Redirect", "ImportItem"`
}
