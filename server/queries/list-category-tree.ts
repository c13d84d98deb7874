import { db } from '@/server/db'

export interface CategoryNode {
  id: number
  name: string
  slug: string
  /** as the archive names it; null: made here */
  archiveName: string | null
  parentId: number | null
  depth: number
  reviewStages: number
  /** articles that carry it, drafts too; counted up to 1,000 */
  articles: number
  /** whose desk it is */
  desk: string[]
}

const MOST_COUNTED = 1_000

/** Every category, each before its children, as the desk puts them in order. */
export async function listCategoryTree(): Promise<CategoryNode[]> {
  const rows = await db().$queryRaw<Omit<CategoryNode, 'depth'>[]>`
    SELECT c."id", c."name", c."slug", c."archiveName", c."parentId", c."reviewStages",
      (SELECT count(*)::int FROM (SELECT 1 FROM "ArticleCategory" l WHERE l."categoryId" = c."id" LIMIT ${MOST_COUNTED}) n) AS "articles",
      ARRAY(SELECT s."name" FROM "StaffDesk" d JOIN "Staff" s ON s."id" = d."staffId"
        WHERE d."categoryId" = c."id" AND s."disabledAt" IS NULL ORDER BY s."name") AS "desk"
    FROM "Category" c WHERE c."mergedIntoId" IS NULL ORDER BY c."position", c."sortKey" COLLATE "C", c."id"`
  const below = Map.groupBy(rows, ({ parentId }) => parentId)
  const walk = (parentId: number | null, depth: number): CategoryNode[] =>
    (below.get(parentId) ?? []).flatMap((row) => [{ ...row, depth }, ...walk(row.id, depth + 1)])
  return walk(null, 0)
}
