import { nextPeriod, startOfDay } from '@/newsroom/calendar'

const isDay = (text: string) => text.length === 10
/** No database has a year before the first, no address one after this. */
const [FIRST_MS, LAST_MS] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]
const within = (ms: number) => new Date(Math.min(Math.max(FIRST_MS, ms), LAST_MS))

/** `2026-11-30` or an instant with its offset → the first instant that counts. */
export function firstOf(moment: string, timeZone: string): Date {
  return within((isDay(moment) ? startOfDay(moment, timeZone) : new Date(moment)).getTime())
}

/** The first instant that is too late: the end of a day, the millisecond after an instant. */
export function endOf(moment: string, timeZone: string): Date {
  if (isDay(moment)) return startOfDay(nextPeriod(moment), timeZone)
  return within(firstOf(moment, timeZone).getTime() + 1)
}
