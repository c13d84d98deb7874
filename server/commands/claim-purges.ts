import { Prisma } from '@/generated/prisma/client'
import { againAfterMs, isNeedless, purgeRetryMs } from '@/newsroom/edge/purge-times'
import { config } from '@/server/config'
import { db } from '@/server/db'

export interface ClaimedPurge {
  id: bigint
  tags: string[]
  told: number
  failures: number
  /** since the change, by the database's clock: servers' own are never compared */
  ageMs: number
}

/** Whoever died with changes in hand has them taken from them after this. */
const HELD_FOR_S = 30
/** Changes taken together: whatever an import leaves behind in some seconds. */
const MOST = 5_000

/** Takes what an edge is to drop now; nobody else tells it meanwhile. */
export async function claimPurges(edgeUrl: string): Promise<ClaimedPurge[]> {
  return await db().$queryRaw<ClaimedPurge[]>`
    UPDATE "Purge" p SET "notBefore" = now() + make_interval(secs => ${HELD_FOR_S})
    FROM (
      SELECT "id" FROM "Purge" WHERE "edgeUrl" = ${edgeUrl} AND "notBefore" <= now()
      ORDER BY "id" LIMIT ${MOST} FOR UPDATE SKIP LOCKED) due
    WHERE p."id" = due."id"
    RETURNING p."id", p."tags", p."told", p."failures", (extract(epoch FROM clock_timestamp() - p."createdAt") * 1000)::float8 AS "ageMs"`
}

/** Told: once more in a while, or never again. */
export async function settlePurged(rows: readonly ClaimedPurge[]): Promise<void> {
  for (const [told, some] of Map.groupBy(rows, (row) => row.told + 1)) {
    const waitMs = againAfterMs(told)
    if (waitMs === null) await db().purge.deleteMany({ where: { id: { in: idsOf(some) } } })
    else
      await db().$executeRaw`
        UPDATE "Purge" SET "told" = ${told}, "failures" = 0, "notBefore" = ${later(waitMs)} WHERE "id" = ANY(${idsOf(some)})`
  }
}

/** Not told: soon again, until the edge can hold nothing any more that is so old. Answers how many were given up. */
export async function settleUnpurged(rows: readonly ClaimedPurge[]): Promise<number> {
  const { EDGE_SECONDS } = config()
  const needless = rows.filter(({ ageMs }) => isNeedless(ageMs, EDGE_SECONDS))
  await db().purge.deleteMany({ where: { id: { in: idsOf(needless) } } })
  const rest = rows.filter((row) => !needless.includes(row))
  for (const [failures, some] of Map.groupBy(rest, (row) => row.failures + 1))
    await db().$executeRaw`
      UPDATE "Purge" SET "failures" = ${failures}, "notBefore" = ${later(purgeRetryMs(failures))} WHERE "id" = ANY(${idsOf(some)})`
  return needless.length
}

const idsOf = (rows: readonly ClaimedPurge[]): bigint[] => rows.map(({ id }) => id)

const later = (waitMs: number) => Prisma.sql`now() + make_interval(secs => ${waitMs / 1_000})`

/** Forgets edges that no site has named for a day, and what waited for them. */
export async function pruneEdges(): Promise<void> {
  await db().$executeRaw`DELETE FROM "Edge" WHERE "seenAt" < now() - interval '1 day'`
  await db().$executeRaw`DELETE FROM "Purge" WHERE "edgeUrl" NOT IN (SELECT "url" FROM "Edge")`
}
