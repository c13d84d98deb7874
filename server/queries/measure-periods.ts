import { isPeriod, nextPeriod, previousPeriod, startOfPeriod } from '@/newsroom/calendar'
import type { PeriodSize } from '@/newsroom/sitemap/sitemap-part'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { isPublic } from './public-filter'

/**
 * How much is public of each day, month or year, and when any of it last changed; empty ones are left out. Ranges, as in
 * count-by-period: each is a walk of one index, and the calendar stays in one place.
 */
export async function measurePeriods(periods: readonly string[]): Promise<PeriodSize[]> {
  const { SITE_TIMEZONE } = config()
  const starts = periods.map((period) => startOfPeriod(period, SITE_TIMEZONE))
  const ends = periods.map((period) => startOfPeriod(nextPeriod(period), SITE_TIMEZONE))
  return await readDb().$queryRaw<PeriodSize[]>`
    SELECT p."period", n."count", n."changedAt"
    FROM unnest(${periods}::text[], ${starts}::timestamptz[], ${ends}::timestamptz[]) p("period", "start", "end"),
    LATERAL (
      SELECT count(*)::int AS "count", max(greatest(l."updatedAt", l."listedAt")) AS "changedAt" FROM "Article" l
      WHERE ${isPublic('l')} AND l."listedAt" >= p."start" AND l."listedAt" < p."end"
    ) n
    WHERE n."count" > 0 ORDER BY p."period"`
}

/**
 * The years that may have something to read, in order: those of the articles, and any that shares a day with them in the site's zone.
 * One step of the index a year that has any, so that a single article of antiquity costs nothing.
 */
export async function listYears(): Promise<string[]> {
  const rows = await readDb().$queryRaw<{ at: Date }[]>`
    WITH RECURSIVE years AS (
      (SELECT l."listedAt" AS "at" FROM "Article" l WHERE ${isPublic('l')} ORDER BY l."listedAt" LIMIT 1)
      UNION ALL
      SELECT (SELECT l."listedAt" FROM "Article" l
        WHERE ${isPublic('l')} AND l."listedAt" >= (date_trunc('year', y."at" AT TIME ZONE 'UTC') + interval '1 year') AT TIME ZONE 'UTC'
        ORDER BY l."listedAt" LIMIT 1)
      FROM years y WHERE y."at" IS NOT NULL)
    SELECT "at" FROM years WHERE "at" IS NOT NULL`
  const years = rows.flatMap(({ at }) => {
    const year = at.toISOString().slice(0, 4)
    return [previousPeriod(year), year, nextPeriod(year)]
  })
  return [...new Set(years)].filter(isPeriod).sort()
}
