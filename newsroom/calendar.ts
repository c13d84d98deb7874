const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format
}

/** The calendar day of an instant in a time zone, `2022-02-08`. */
export function calendarDay(instant: Date, timeZone: string): string {
  const parts = dayFormat(timeZone).formatToParts(instant)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** The instant at which a calendar day (`2022-02-08`) begins in a time zone; after a gap at midnight, the first instant there is. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`)
  // No zone is further than 14 h from UTC: walk in quarter hours, the finest offset in use, to the first instant of the day.
  for (let at = utc - 14 * 3_600_000; at <= utc + 14 * 3_600_000; at += 900_000) {
    if (calendarDay(new Date(at), timeZone) >= day) return new Date(at)
  }
  return new Date(utc)
}

/** The instant at which a day, month or year (`2022-02-08`, `2022-02`, `2022`) begins. */
export function startOfPeriod(period: string, timeZone: string): Date {
  return startOfDay(`${period}-01-01`.slice(0, 10), timeZone)
}

/** The period after a day, month or year: `2022-12-31` → `2023-01-01`, `2022-12` → `2023-01`, `2022` → `2023`. */
export function nextPeriod(period: string): string {
  return shiftPeriod(period, 1)
}

/** The period before: `2023-01-01` → `2022-12-31`. */
export function previousPeriod(period: string): string {
  return shiftPeriod(period, -1)
}

function shiftPeriod(period: string, by: number): string {
  const [year = 1, month = 1, day = 1] = period.split('-').map(Number)
  const at = new Date(Date.UTC(2000, 0, 1))
  if (period.length === 4) at.setUTCFullYear(year + by, 0, 1)
  else if (period.length === 7) at.setUTCFullYear(year, month - 1 + by, 1)
  else at.setUTCFullYear(year, month - 1, day + by)
  return at.toISOString().slice(0, period.length)
}

/** Whether a text names a real day (`2022-02-08`), month (`2022-02`) or year (`2022`) from 0001 on. */
export function isPeriod(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) || text.startsWith('0000')) return false
  const date = new Date(`${`${text}-01-01`.slice(0, 10)}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The months of a year, the days of a month, in order. */
export function periodsWithin(period: string): string[] {
  const periods: string[] = []
  for (let part = `${period}-01`; part.startsWith(period); part = nextPeriod(part)) periods.push(part)
  return periods
}
