import type { Tx } from '@/server/db'
import { visitorHash } from '@/server/visitor-hash'
import { jsonRows } from './json-rows'
import { recordReads } from './record-reads'
import { recordShares } from './record-shares'
import { transact } from './transact'

/** What one visitor did, and how often since it was told last. */
export interface Visit {
  /** who, as far as their network and browser tell: hashed here, never written down */
  who: string
  /** an article's id, or `id channel` */
  what: string
  count: number
}

/** Behind one address there may be a family or a school; a script that asks again and again is neither. */
const MOST_A_DAY = 5
const RECORD = { read: recordReads, share: recordShares }

/** Counts what visitors did, each of them a few times a day at most, whichever processes and servers they came to. */
export async function recordVisits(kind: keyof typeof RECORD, visits: readonly Visit[]): Promise<void> {
  const rows = await Promise.all(
    visits.map(async ({ who, what, count }) => ({ hash: await visitorHash(who, `${kind} ${what}`), what, count })),
  )
  await transact(async (tx) => {
    const sums = new Map<string, number>()
    const more = await countMore(tx, rows)
    for (const { hash, what } of rows) sums.set(what, (sums.get(what) ?? 0) + (more.get(hash) ?? 0))
    const counted = new Map([...sums].filter(([, count]) => count > 0))
    if (counted.size > 0) await RECORD[kind](counted, tx)
  })
}

/** How many of each visitor's deeds count; rows are locked in order, so that no two servers wait for one another. */
async function countMore(tx: Tx, rows: readonly { hash: string; count: number }[]): Promise<Map<string, number>> {
  const given = jsonRows(rows.map(({ hash, count }) => ({ hash, count })))
  await tx.$executeRaw`
    INSERT INTO "VisitorDeed" ("hash", "count", "until")
    SELECT x."hash", 0, now() + interval '1 day' FROM json_to_recordset(${given}::json) AS x("hash" text) ORDER BY x."hash"
    ON CONFLICT DO NOTHING`
  const counted = await tx.$queryRaw<{ hash: string; more: number }[]>`
    UPDATE "VisitorDeed" d SET "count" = LEAST(held."count" + x."count", ${MOST_A_DAY}::int)
    FROM json_to_recordset(${given}::json) AS x("hash" text, "count" int)
    JOIN (
      SELECT "hash", "count" FROM "VisitorDeed" WHERE "hash" IN (SELECT "hash" FROM json_to_recordset(${given}::json) AS y("hash" text))
      ORDER BY "hash" FOR UPDATE) held ON held."hash" = x."hash"
    WHERE d."hash" = x."hash"
    RETURNING d."hash", d."count" - held."count" AS "more"`
  return new Map(counted.map(({ hash, more }) => [hash, more]))
}
