import { calendarDay } from '@/newsroom/calendar'
import { clockTime, dateAndTime, dateOf, machineTime, shortDate } from '@/newsroom/dates'
import type { Site } from '@/newsroom/site'

interface Props {
  instant: Date
  site: Site
  /** `clock` 08:05 · `day` 2022年2月8日 · `full` both · `stamp` the clock on `today`, else 02-08 */
  form: 'clock' | 'day' | 'full' | 'stamp'
  /** `2022-02-08`, for `stamp` */
  today?: string
}

export function Time({ instant, site, form, today }: Props) {
  return <time dateTime={machineTime(instant, site.timeZone)}>{write({ instant, site, form, today })}</time>
}

function write({ instant, site, form, today }: Props): string {
  if (form === 'day') return dateOf(instant, site)
  if (form === 'full') return dateAndTime(instant, site)
  if (form === 'stamp' && calendarDay(instant, site.timeZone) !== today) return shortDate(instant, site.timeZone)
  return clockTime(instant, site.timeZone)
}
