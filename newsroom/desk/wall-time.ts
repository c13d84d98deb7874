import { instantOf, wallClock } from '@/newsroom/jekyll/wall-clock'

const two = (number: number) => String(number).padStart(2, '0')

/** What a field for date and time shows of an instant, on the newsroom's clock: `2026-11-24T18:30`. */
export function wallTime(instant: Date | string, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(new Date(instant), timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** The instant that such a field names; null: it is empty, or no time at all. */
export function instantOfWallTime(text: string, timeZone: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  return instantOf({ year, month, day, hour, minute, second: 0 }, timeZone)
}
