import { calendarDay } from '@/newsroom/calendar'
import { clockTime } from '@/newsroom/dates'

export interface Age {
  unit: 'now' | 'minutes' | 'hours' | 'days'
  count: number
}

const MINUTE_MS = 60_000

/** How long ago something was, in the largest unit that still says something; what lies ahead is now. */
export function ageOf(instant: Date, now: Date): Age {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / MINUTE_MS)
  if (minutes < 1) return { unit: 'now', count: 0 }
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}

/** `18:05` today, `昨天 18:05`, `11-24 18:05` in the same year, else `2025-11-24`: all in the newsroom's zone. */
export function shortTime(instant: Date, now: Date, timeZone: string, yesterday: string): string {
  const day = calendarDay(instant, timeZone)
  const clock = clockTime(instant, timeZone)
  if (day === calendarDay(now, timeZone)) return clock
  if (day === calendarDay(new Date(now.getTime() - 24 * 60 * MINUTE_MS), timeZone)) return `${yesterday} ${clock}`
  return day.slice(0, 4) === calendarDay(now, timeZone).slice(0, 4) ? `${day.slice(5)} ${clock}` : day
}
