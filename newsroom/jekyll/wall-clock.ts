/** What the clock on the wall shows; `month` and `day` from 1. */
export interface WallClock {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    const two = '2-digit'
    const date = { era: 'short', year: 'numeric', month: two, day: two } as const
    format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...date, hour: two, minute: two, second: two })
    formats.set(timeZone, format)
  }
  return format
}

export function isTimeZone(name: string): boolean {
  try {
    clockFormat(name)
    return true
  } catch {
    return false
  }
}

/** What a wall clock in `timeZone` shows at an instant. The year before 1 is 0. */
export function wallClock(instant: Date, timeZone: string): WallClock {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockFormat(timeZone).formatToParts(instant)) parts[type] = value
  const part = (type: string) => Number(parts[type])
  const year = parts.era === 'BC' ? 1 - part('year') : part('year')
  return { year, month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second') }
}

/** The instant as if the clock stood in Greenwich. */
export function utcInstant(wall: WallClock): Date {
  const instant = new Date(0)
  instant.setUTCFullYear(wall.year, wall.month - 1, wall.day) // Date.UTC would take the year 22 for 1922
  instant.setUTCHours(wall.hour, wall.minute, wall.second)
  return instant
}

/**
 * The instant at which a wall clock in `timeZone` shows `wall`: the earlier of two when clocks are set back; when they are
 * set forward over it, as if they had not been yet (02:30 of the lost hour is 03:30).
 */
export function instantOf(wall: WallClock, timeZone: string): Date {
  const utc = utcInstant(wall).getTime()
  const offsetAt = (at: number) => utcInstant(wallClock(new Date(at), timeZone)).getTime() - Math.floor(at / 1000) * 1000
  const before = utc - offsetAt(utc - DAY_MS)
  const after = utc - offsetAt(utc + DAY_MS)
  for (const at of [Math.min(before, after), Math.max(before, after)]) {
    if (at + offsetAt(at) === utc) return new Date(at)
  }
  return new Date(before)
}
