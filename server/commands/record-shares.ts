import { calendarDay } from '@/newsroom/calendar'
import { config } from '@/server/config'
import { db, type Tx } from '@/server/db'
import { jsonRows } from './json-rows'

/** Adds followed short links, by `id channel`, to this day's; ids of nothing are passed over. */
export async function recordShares(shares: ReadonlyMap<string, number>, tx: Tx = db()): Promise<void> {
  const rows = [...shares]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => {
      const [id = '', channel = ''] = name.split(' ')
      return { id, channel, count }
    })
  const today = calendarDay(new Date(), config().SITE_TIMEZONE)
  await tx.$executeRaw`
    INSERT INTO "ShareCount" ("articleId", "channel", "day", "count")
    SELECT x."id", x."channel", ${today}::date, x."count"
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "channel" text, "count" int)
    JOIN "Article" a ON a."id" = x."id"
    ORDER BY x."id", x."channel"
    ON CONFLICT ("articleId", "channel", "day") DO UPDATE SET "count" = "ShareCount"."count" + excluded."count"`
}
