import { dayPath, inView } from '@/newsroom/addresses'
import { periodName } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  previous: string | null
  next: string | null
}

/** The day, month or year before and after this one that has something to read. */
export function PeriodNeighbours({ site, view, previous, next }: Props) {
  if (!previous && !next) return null
  return (
    <nav className="period-neighbours" aria-label={texts(site.locale)('archive.neighbours')}>
      {previous && (
        <a rel="prev" href={inView(dayPath(previous), view)}>
          <time dateTime={previous}>{periodName(previous, site.locale)}</time>
        </a>
      )}
      {next && (
        <a rel="next" href={inView(dayPath(next), view)}>
          <time dateTime={next}>{periodName(next, site.locale)}</time>
        </a>
      )}
    </nav>
  )
}
