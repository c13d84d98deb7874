import { db } from '@/server/db'
import { visitorHash } from '@/server/visitor-hash'

/**
 * Takes a search out of a visitor's bucket, which all servers share; answers after how many seconds it may be made, 0: it was taken.
 * A minute's worth may be made at once. One statement, decided by the row itself.
 */
export async function takeSearch(visitor: string, cost: number, perMinute: number): Promise<number> {
  const hash = await visitorHash(visitor, 'search')
  const costS = (60 * cost) / perMinute
  const taken = await db().$queryRaw<unknown[]>`
    INSERT INTO "VisitorSearch" AS v ("hash", "freeAt") VALUES (${hash}, clock_timestamp() + make_interval(secs => ${costS}::float8))
    ON CONFLICT ("hash") DO UPDATE SET
      "freeAt" = GREATEST(v."freeAt", clock_timestamp()) + make_interval(secs => ${costS}::float8)
    WHERE GREATEST(v."freeAt", clock_timestamp()) + make_interval(secs => ${costS}::float8) <= clock_timestamp() + interval '60.01 seconds'
    RETURNING 1 AS one`
  if (taken.length > 0) return 0
  const [row] = await db().$queryRaw<{ wait: number }[]>`
    SELECT ceil(extract(epoch FROM "freeAt" - clock_timestamp()) + ${costS}::float8 - 60)::int AS wait
    FROM "VisitorSearch" WHERE "hash" = ${hash}`
  return Math.max(1, row?.wait ?? 1)
}
