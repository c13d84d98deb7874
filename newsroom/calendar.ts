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

/** The period after a day, month or year: `2022-12-31` → `2023-01-01`, `2022-12` → `2023-01`, `2022` → `2023`. */
export function nextPeriod(period: string): string {
  const [year = 0, month, day] = period.split('-').map(Number)
  const next = new Date(Date.UTC(month === undefined ? year + 1 : year, day === undefined && month !== undefined ? month : (month ?? 1) - 1, day === undefined ? 1 : day + 1))
  return next.toISOString().slice(0, period.length)
}

/** Whether `2022-02-30`, `2022-13` … is a real day, month or year of the common calendar. */
export function isPeriod(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false
  const full = `${text}-01-01`.slice(0, 10)
  const date = new Date(`${text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text}T00:00:00Z`)
  return full.length === 10 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith('0000')
}
