import { db } from '@/server/db'

/** Categories and all below them. */
export async function categoryIdsBelow(ids: readonly number[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH RECURSIVE below AS (
      SELECT "id" FROM unnest(${[...ids]}::int[]) asked ("id")
      UNION SELECT c."id" FROM "Category" c JOIN below b ON c."parentId" = b."id")
    SELECT "id" FROM below`
  return rows.map(({ id }) => id)
}
