import { calendarDay, nextPeriod, startOfDay } from './calendar'

/** 热门: what was read most in the last 24 hours, and in the last seven days. */
export const POPULAR_SPANS = ['day', 'week'] as const
export type PopularSpan = (typeof POPULAR_SPANS)[number]

const WHOLE_DAYS = { day: 1, week: 7 } as const
const DAY_MS = 24 * 3600_000

export interface WeighedDay {
  /** `2026-11-23` */
  day: string
  /** 0 to 1: how much of it the span holds */
  weight: number
}

/**
 * Readings are summed by calendar day. A span that ends now holds today whole and of its oldest day as much as is missing from
 * today: at six in the morning, a quarter of today has gone and three quarters of that day count.
 */
export function weighedDays(span: PopularSpan, now: Date, timeZone: string): WeighedDay[] {
  const today = calendarDay(now, timeZone)
  const [begins, ends] = [startOfDay(today, timeZone).getTime(), startOfDay(nextPeriod(today), timeZone).getTime()]
  const gone = (now.getTime() - begins) / (ends - begins)
  const noon = new Date((begins + ends) / 2)
  return Array.from({ length: WHOLE_DAYS[span] + 1 }, (_, ago) => ({
    day: calendarDay(new Date(noon.getTime() - ago * DAY_MS), timeZone),
    weight: ago === WHOLE_DAYS[span] ? Math.round((1 - gone) * 1000) / 1000 : 1,
  }))
}
