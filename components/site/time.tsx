import { clockTime, dateAndTime, dateOf, machineTime } from '@/newsroom/dates'
import type { Site } from '@/newsroom/site'

interface Props {
  instant: Date
  site: Site
  /** `clock` 08:05 · `day` 2022年2月8日 · `full` both */
  form: 'clock' | 'day' | 'full'
}

export function Time({ instant, site, form }: Props) {
  return <time dateTime={machineTime(instant, site.timeZone)}>{write({ instant, site, form })}</time>
}

function write({ instant, site, form }: Props): string {
  if (form === 'day') return dateOf(instant, site)
  return form === 'full' ? dateAndTime(instant, site) : clockTime(instant, site.timeZone)
}
