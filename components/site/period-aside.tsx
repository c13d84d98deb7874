import { dayPath, inView } from '@/newsroom/addresses'
import { periodName } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { MonthCalendar } from './month-calendar'
import { PeriodCounts } from './period-counts'

interface Props {
  site: Site
  view: View
  period: string
  /** months of a year; days of a month, also for one of its days */
  counts: { period: string; count: number }[]
}

/** Beside a list of a period: the larger periods it lies in, and a way into its parts. */
export function PeriodAside({ site, view, period, counts }: Props) {
  const t = texts(site.locale)
  const within = [4, 7].filter((length) => length < period.length).map((length) => period.slice(0, length))
  return (
    <aside className="period-aside" aria-label={t('site.archive')}>
      {within.length > 0 && (
        <ul className="within">
          {within.map((larger) => (
            <li key={larger}>
              <a href={inView(dayPath(larger), view)}>{periodName(larger, site.locale)}</a>
            </li>
          ))}
        </ul>
      )}
      {period.length === 4 ? (
        <PeriodCounts site={site} view={view} label={t('archive.months')} counts={[...counts].reverse()} />
      ) : (
        <MonthCalendar
          site={site}
          view={view}
          month={period.slice(0, 7)}
          counts={new Map(counts.map((part) => [part.period, part.count]))}
          current={period}
        />
      )}
    </aside>
  )
}
