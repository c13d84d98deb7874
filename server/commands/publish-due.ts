import { Prisma } from '@/generated/prisma/client'
import { publishTags } from '@/server/bus'
import { db } from '@/server/db'
import type { Actor } from './actor'
import { announceArticles } from './announce-articles'
import { placesOf, tagsOfPlaces } from './article-tags'
import { transact } from './transact'

const BATCH = 100

/** What an import scheduled: a clock alone publishes it. What the desk schedules has a row of its own (run-schedule). */
const BY_THE_CLOCK = Prisma.sql`"publication" = 'scheduled' AND NOT EXISTS (
  SELECT 1 FROM "Schedule" s WHERE s."articleId" = "Article"."id" AND s."action" = 'publish' AND s."doneAt" IS NULL AND s."canceledAt" IS NULL)`

/**
 * Turns imported articles whose time has come live, at most a hundred a call, and answers how many. Safe to run in
 * several processes at once: each row is taken by one of them.
 */
export async function publishDue(_actor: Actor): Promise<number> {
  return await transact(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Article" SET "publication" = 'live', "updatedAt" = "publishedAt", "version" = "version" + 1
      WHERE "id" IN (
        SELECT "id" FROM "Article" WHERE ${BY_THE_CLOCK} AND "publishedAt" <= now()
        ORDER BY "publishedAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING "id"`
    const ids = due.map(({ id }) => id)
    await publishTags(tx, await tagsOfPlaces(tx, await placesOf(tx, ids)))
    await announceArticles(
      tx,
      ids.map((articleId) => ({ articleId, kind: 'published' })),
    )
    return due.length
  })
}

/** How long until the next of them is due, in ms by the database's clock (this machine's may be set wrong), or null. */
export async function msUntilDue(): Promise<number | null> {
  const [next] = await db().$queryRaw<{ ms: number | null }[]>`
    SELECT extract(epoch FROM min("publishedAt") - clock_timestamp())::float8 * 1000 AS "ms" FROM "Article" WHERE ${BY_THE_CLOCK}`
  return next?.ms ?? null
}
