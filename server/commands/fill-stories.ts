import { db } from '@/server/db'
import { groupStories } from './group-stories'

const BATCH = 100
const LONGEST_MS = 60_000

/**
 * Compares some articles behind this id that readers see and that were never compared, and puts those that carry one report into
 * one story. Answers how many, and the id they ended with; null: there are no more. One that somebody is changing is compared by
 * that change.
 */
export async function fillStories(after: string, batch: number = BATCH): Promise<{ count: number; last: string | null }> {
  return await db().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT a."id" FROM "Article" a
        WHERE a."id" > ${after} AND a."listedAt" IS NOT NULL
          AND NOT EXISTS (SELECT FROM "ArticleFingerprint" f WHERE f."articleId" = a."id")
        ORDER BY a."id" LIMIT ${batch} FOR SHARE OF a SKIP LOCKED`
      await groupStories(
        tx,
        rows.map(({ id }) => ({ articleId: id, kind: 'updated' })),
      )
      return { count: rows.length, last: rows.at(-1)?.id ?? null }
    },
    { timeout: LONGEST_MS, maxWait: LONGEST_MS },
  )
}

/** How many were never compared; those whose text is too short to be compared are among them. */
export async function uncomparedCount(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Article" a
    WHERE a."listedAt" IS NOT NULL AND NOT EXISTS (SELECT FROM "ArticleFingerprint" f WHERE f."articleId" = a."id")`
  return row?.count ?? 0
}
