import { dayPath, inView } from '@/newsroom/addresses'
import { partName } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  label: string
  counts: { period: string; count: number }[]
  current?: string
}

/** Years, or the months of a year, with how much each holds. */
export function PeriodCounts({ site, view, label, counts, current }: Props) {
  const t = texts(site.locale)
  return (
    <nav className="period-counts" aria-label={label}>
      <ul>
        {counts.map(({ period, count }) => (
          <li key={period}>
            <a href={inView(dayPath(period), view)} aria-current={period === current ? 'page' : undefined}>
              {partName(period, site.locale)} <small>{t('archive.count', { count })}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
