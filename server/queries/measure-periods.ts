import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'
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

/** Every month (`length` 7) or year (4) between the oldest article and the newest, in order. */
export async function listPeriods(length: 4 | 7): Promise<string[]> {
  const [range] = await readDb().$queryRaw<{ first: Date | null; last: Date | null }[]>`
    SELECT min(l."listedAt") AS "first", max(l."listedAt") AS "last" FROM "Article" l WHERE ${isPublic('l')}`
  if (!range?.first || !range.last) return []
  const periodOf = (at: Date) => calendarDay(at, config().SITE_TIMEZONE).slice(0, length)
  const [last, periods] = [periodOf(range.last), [] as string[]]
  for (let period = periodOf(range.first); period <= last; period = nextPeriod(period)) periods.push(period)
  return periods
}
