import type { Tx } from '@/server/db'

/** The clock that counts: every server reads the same one. In whole milliseconds, never ahead of it. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS "now"`
  if (!row) throw new Error('the database told no time')
  return row.now
}
