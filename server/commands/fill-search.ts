import { INDEX_VERSION } from '@/newsroom/search/search-entry'
import { db } from '@/server/db'
import { writeEntries } from './index-articles'

const BATCH = 100
const LONGEST_MS = 60_000

/**
 * Makes some entries that are missing or stale; answers how many, 0 when nothing is left that nobody else has in hand. Waits for
 * nothing: an article somebody is changing has its turn later, so that any number may fill at once, and nobody waits for them.
 */
export async function fillSearch(batch: number = BATCH): Promise<number> {
  return await db().$transaction(
    async (tx) => {
      // The article first, then its mark, as whoever changes it does.
      const held = await tx.$queryRaw<{ id: string }[]>`
        SELECT a."id" FROM (SELECT "articleId" FROM "SearchStale" LIMIT ${batch}) stale
        JOIN "Article" a ON a."id" = stale."articleId" FOR SHARE OF a SKIP LOCKED`
      const marked = await tx.$queryRaw<{ id: string }[]>`
        SELECT "articleId" AS "id" FROM "SearchStale" WHERE "articleId" = ANY(${held.map(({ id }) => id)}) FOR UPDATE SKIP LOCKED`
      if (marked.length > 0)
        await writeEntries(
          tx,
          marked.map(({ id }) => id),
        )
      return marked.length
    },
    { timeout: LONGEST_MS, maxWait: LONGEST_MS },
  )
}

/** Puts what waits in the index's own list where it belongs; nothing to do takes no time. */
export async function settleSearch(): Promise<void> {
  await db().$queryRaw`SELECT gin_clean_pending_list('"SearchEntry_terms_idx"')`
}

/** Marks every entry that an older version made, or all. */
export async function markOldEntries(all = false): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "SearchStale" ("articleId") SELECT DISTINCT "articleId" FROM "SearchEntry"
    WHERE ${all} OR "version" < ${INDEX_VERSION} ON CONFLICT ("articleId") DO NOTHING`
}

/** How many wait. */
export async function staleCount(): Promise<number> {
  return await db().searchStale.count()
}
