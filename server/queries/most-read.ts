import { articlePath } from '@/newsroom/addresses'
import { calendarDay } from '@/newsroom/calendar'
import type { MostRead } from '@/newsroom/desk/desk-day'
import { config } from '@/server/config'
import { db } from '@/server/db'

const DAYS = 7
const DAY_MS = 24 * 3600_000
const MOST = 7
/** Whoever leads the week was among the first of some day: so much is summed, whatever else was read. */
const OF_A_DAY = 200

/** What readers opened most in the last seven days, today among them. */
export async function listMostRead(now: Date): Promise<MostRead[]> {
  const { SITE_TIMEZONE } = config()
  const days = Array.from({ length: DAYS }, (_, ago) => calendarDay(new Date(now.getTime() - ago * DAY_MS), SITE_TIMEZONE))
  const rows = await db().$queryRaw<{ id: string; headline: string; publishedAt: Date; count: number }[]>`
    WITH leaders AS (
      SELECT DISTINCT r."articleId" FROM unnest(${days}::date[]) AS of(day)
      CROSS JOIN LATERAL (SELECT "articleId" FROM "ArticleReads" WHERE "day" = of.day ORDER BY "count" DESC LIMIT ${OF_A_DAY}) r)
    SELECT a."id", live."headline", a."publishedAt", sum(r."count")::int AS "count"
    FROM leaders l
    JOIN "ArticleReads" r ON r."articleId" = l."articleId" AND r."day" = ANY(${days}::date[])
    JOIN "Article" a ON a."id" = l."articleId" AND a."listedAt" <= ${now}
    JOIN "Revision" live ON live."articleId" = a."id" AND live."number" = a."liveRevision"
    GROUP BY a."id", live."headline", a."publishedAt"
    ORDER BY "count" DESC, a."id" LIMIT ${MOST}`
  return rows.map(({ publishedAt, ...row }) => ({ ...row, path: articlePath({ id: row.id, publishedAt }, SITE_TIMEZONE) }))
}
