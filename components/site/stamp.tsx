import { machineTime, timeStamp } from '@/newsroom/dates'
import type { Site } from '@/newsroom/site'

interface Props {
  instant: Date
  site: Site
  /** `2022-02-08`: the day of the page it stands on */
  today: string
}

/** When, as short as the front page can say it. */
export function Stamp({ instant, site, today }: Props) {
  return <time dateTime={machineTime(instant, site.timeZone)}>{timeStamp(instant, site.timeZone, today)}</time>
}
