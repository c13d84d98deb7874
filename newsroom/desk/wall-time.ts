import { instantOf, utcInstant, wallClock } from '@/newsroom/jekyll/wall-clock'

const two = (number: number) => String(number).padStart(2, '0')

/** What a field for date and time shows of an instant, on the newsroom's clock: `2026-11-24T18:30`. */
export function wallTime(instant: Date | string, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(new Date(instant), timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** The instant that such a field names; null: it is empty, no time of the calendar, or none of the years 1 to 9999. */
export function instantOfWallTime(text: string, timeZone: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  const wall = { year, month, day, hour, minute, second: 0 }
  if (year === 0 || utcInstant(wall).toISOString().slice(0, 16) !== text.slice(0, 16)) return null
  const at = instantOf(wall, timeZone)
  return isWithin(at) ? at : null
}

const isWithin = (at: Date) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999
