import { calendarDay } from '@/newsroom/calendar'
import { config } from '@/server/config'
import { db, type Tx } from '@/server/db'
import { jsonRows } from './json-rows'

/** Adds readings by article id to this day's; ids of nothing are passed over. */
export async function recordReads(reads: ReadonlyMap<string, number>, tx: Tx = db()): Promise<void> {
  const rows = [...reads].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, count }))
  const today = calendarDay(new Date(), config().SITE_TIMEZONE)
  await tx.$executeRaw`
    INSERT INTO "ArticleReads" ("articleId", "day", "count")
    SELECT x."id", ${today}::date, x."count"
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "count" int)
    JOIN "Article" a ON a."id" = x."id"
    ORDER BY x."id"
    ON CONFLICT ("articleId", "day") DO UPDATE SET "count" = "ArticleReads"."count" + excluded."count"`
}
