import { Prisma } from '@/generated/prisma/client'
import { planSearch } from '@/newsroom/search/search-plan'
import type { Tx } from '@/server/db'
import { findHits, newestOf } from './search-hits'

/** So many texts in work are searched, the last touched first. */
const IN_WORK = 500
/** So many of the newest that the index says readers have. */
const READABLE = 300

/** Which of the texts in work, of these articles, and of the newest that readers have hold all words. */
export async function searchBodies(tx: Tx, text: string, liveIds: readonly string[]): Promise<string[]> {
  const words = text.split(' ')
  // Where no letter has two cases, as in Chinese, comparing without regard to them costs much for nothing.
  const like = Prisma.raw(words.some((word) => word.toLowerCase() !== word.toUpperCase()) ? 'ILIKE' : 'LIKE')
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const readableIds = await searchIndex(tx, words)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH work AS MATERIALIZED (SELECT a."id" FROM "Article" a WHERE a."workflow" <> 'ready' ORDER BY a."touchedAt" DESC LIMIT ${IN_WORK})
    SELECT d."articleId" AS "id" FROM work JOIN "Draft" d ON d."articleId" = work."id" WHERE d."plainText" ${like} ALL (${patterns}::text[])
    UNION SELECT a."id" FROM unnest(${[...liveIds]}::text[]) asked ("id") JOIN "Article" a ON a."id" = asked."id"
      JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision" WHERE r."plainText" ${like} ALL (${patterns}::text[])`
  return [...new Set([...rows.map(({ id }) => id), ...readableIds])]
}

/** By the readers' index, in the desk's own transaction; a long word may be found in pieces, which a desk can live with. */
async function searchIndex(tx: Tx, words: readonly string[]): Promise<string[]> {
  const plan = planSearch(words, [], [])
  if (!plan) return []
  const ask = async <Row extends object>(sql: Prisma.Sql) => await tx.$queryRaw<Row[]>(sql)
  await tx.$queryRaw`SELECT set_config('enable_seqscan', 'off', true)`
  const hits = await newestOf(await findHits(ask, { ...plan, from: null, until: null }), READABLE)
  await tx.$queryRaw`SELECT set_config('enable_seqscan', 'on', true)`
  return hits.map(({ id }) => id)
}
