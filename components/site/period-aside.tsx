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

/** Beside a list of a period: a way into its parts. */
export function PeriodAside({ site, view, period, counts }: Props) {
  const t = texts(site.locale)
  return (
    <aside className="period-aside" aria-label={t('site.archive')}>
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
