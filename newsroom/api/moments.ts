import { nextPeriod, startOfDay } from '@/newsroom/calendar'

const isDay = (text: string) => text.length === 10
/** No database has a year before the first. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z')

/** `2026-11-30` or an instant with its offset → the first instant that counts. */
export function firstOf(moment: string, timeZone: string): Date {
  return new Date(Math.max(FIRST_MS, (isDay(moment) ? startOfDay(moment, timeZone) : new Date(moment)).getTime()))
}

/** The first instant that is too late: the end of a day, the millisecond after an instant. */
export function endOf(moment: string, timeZone: string): Date {
  if (isDay(moment)) return firstOf(nextPeriod(moment), timeZone)
  return new Date(firstOf(moment, timeZone).getTime() + 1)
}
