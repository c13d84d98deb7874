import { LATEST, periodTag } from '@/newsroom/cache-tags'
import { nextPeriod, periodsWithin, startOfPeriod } from '@/newsroom/calendar'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { listYears } from './measure-periods'
import { isPublic } from './public-filter'

export interface PeriodCount {
  /** `2022`, `2022-02` or `2022-02-08` */
  period: string
  count: number
}

/** How many articles each year has (`''`), each month of a year (`2022`), each day of a month (`2022-02`); newest first, without empty ones. */
export async function countByPeriod(period: string): Promise<PeriodCount[]> {
  reads(period ? periodTag('site', period) : LATEST)
  const { SITE_TIMEZONE } = config()
  const periods = period ? periodsWithin(period) : await listYears()
  const starts = periods.map((one) => startOfPeriod(one, SITE_TIMEZONE))
  const ends = periods.map((one) => startOfPeriod(nextPeriod(one), SITE_TIMEZONE))
  // Ranges, not a grouping by local date: each is an index walk, and the calendar stays in one place.
  const rows = await readDb().$queryRaw<PeriodCount[]>`
    SELECT p."period", (SELECT count(*)::int FROM "Article" l WHERE ${isPublic('l')} AND l."listedAt" >= p."start" AND l."listedAt" < p."end") AS "count"
    FROM unnest(${periods}::text[], ${starts}::timestamptz[], ${ends}::timestamptz[]) p("period", "start", "end")
    ORDER BY p."period" DESC`
  return rows.filter(({ count }) => count > 0)
}
