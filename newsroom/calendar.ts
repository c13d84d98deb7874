const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, era: 'short', year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format
}

/** The days an address can name, and the instants a database knows of them: earlier there is no year, later it has five digits. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31']
const [FIRST_MS, LAST_MS] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]
/** What follows the last day, month and year: it sorts after them, and is none. */
const AFTER_ALL = '~'

/** The calendar day of an instant in a time zone, `2022-02-08`; where that day has no name, the first or the last that has one. */
export function calendarDay(instant: Date, timeZone: string): string {
  const parts = dayFormat(timeZone).formatToParts(instant)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  if (part('era').startsWith('B')) return FIRST_DAY
  return part('year').length > 4 ? LAST_DAY : `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** No clock was ever further from Greenwich; Manila's came nearest, before its calendar crossed the date line. */
const FURTHEST_S = 16 * 3600

/**
 * The instant at which a calendar day (`2022-02-08`) begins in a time zone; after a gap at midnight, the first instant there is.
 * Found by halving, to the second: before standard time clocks were off by minutes and seconds (Shanghai by +8:05:43).
 */
export function startOfDay(day: string, timeZone: string): Date {
  if (day >= AFTER_ALL) return new Date(LAST_MS)
  const hasBegun = (seconds: number) => {
    return calendarDay(new Date(seconds * 1000), timeZone) >= day
  }
  const utc = Date.parse(`${day}T00:00:00Z`) / 1000
  let [before, begun] = [utc - FURTHEST_S, utc + FURTHEST_S]
  while (begun - before > 1) {
    const middle = Math.floor((before + begun) / 2)
    if (hasBegun(middle)) begun = middle
    else before = middle
  }
  return new Date(Math.max(begun * 1000, FIRST_MS))
}

/** The instant at which a day, month or year (`2022-02-08`, `2022-02`, `2022`) begins. */
export function startOfPeriod(period: string, timeZone: string): Date {
  return startOfDay(`${period}-01-01`.slice(0, 10), timeZone)
}

/** The period after a day, month or year: `2022-12-31` → `2023-01-01`, `2022-12` → `2023-01`, `2022` → `2023`; after 9999 there is none. */
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
  return at.getTime() > LAST_MS ? AFTER_ALL : at.toISOString().slice(0, period.length)
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
