import { publishTags } from '@/server/bus'
import { db } from '@/server/db'
import type { Actor } from './actor'
import { placesOf, tagsOfPlaces } from './article-tags'

const BATCH = 100

/**
 * Turns scheduled articles whose time has come live, at most a hundred a call, and answers how many. Safe to run in
 * several processes at once: each row is taken by one of them.
 */
export async function publishDue(_actor: Actor): Promise<number> {
  return await db().$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Article" SET "publication" = 'live', "updatedAt" = "publishedAt", "version" = "version" + 1
      WHERE "id" IN (
        SELECT "id" FROM "Article" WHERE "publication" = 'scheduled' AND "publishedAt" <= now()
        ORDER BY "publishedAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING "id"`
    const places = await placesOf(
      tx,
      due.map(({ id }) => id),
    )
    await publishTags(tx, await tagsOfPlaces(tx, places))
    return due.length
  })
}

/** When the next scheduled article is due, or null. */
export async function nextDue(): Promise<Date | null> {
  const next = await db().article.aggregate({ where: { publication: 'scheduled' }, _min: { publishedAt: true } })
  return next._min.publishedAt
}
