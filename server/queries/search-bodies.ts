import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'

/** So many texts in work are searched, the last touched first. */
const IN_WORK = 500

/** Which of the texts in work, and of what readers see of these articles, hold all words. */
export async function searchBodies(tx: Tx, text: string, liveIds: readonly string[]): Promise<string[]> {
  const words = text.split(' ')
  // Where no letter has two cases, as in Chinese, comparing without regard to them costs much for nothing.
  const like = Prisma.raw(words.some((word) => word.toLowerCase() !== word.toUpperCase()) ? 'ILIKE' : 'LIKE')
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH work AS MATERIALIZED (SELECT a."id" FROM "Article" a WHERE a."workflow" <> 'ready' ORDER BY a."touchedAt" DESC LIMIT ${IN_WORK})
    SELECT d."articleId" AS "id" FROM work JOIN "Draft" d ON d."articleId" = work."id" WHERE d."plainText" ${like} ALL (${patterns}::text[])
    UNION SELECT a."id" FROM unnest(${[...liveIds]}::text[]) asked ("id") JOIN "Article" a ON a."id" = asked."id"
      JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision" WHERE r."plainText" ${like} ALL (${patterns}::text[])`
  return rows.map(({ id }) => id)
}
