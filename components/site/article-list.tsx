import { dayPath, inView } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import { periodName, weekdayName } from '@/newsroom/dates'
import { groupByDay } from '@/newsroom/group-by-day'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { ListItem } from './list-item'

interface Props {
  site: Site
  view: View
  items: ArticleCard[]
  /** all of one day: the page says which, the list need not */
  oneDay?: boolean
  /** the name of the category or source whose list it is */
  within?: string
}

/** Articles by day, newest first; the day stays in sight while its articles pass. */
export function ArticleList({ site, view, items, oneDay = false, within }: Props) {
  if (items.length === 0) return <p className="notice">{texts(site.locale)('list.empty')}</p>
  if (oneDay) {
    return (
      <div className="article-list">
        {items.map((card) => (
          <ListItem key={card.id} site={site} view={view} card={card} level={2} within={within} />
        ))}
      </div>
    )
  }
  return (
    <div className="article-list">
      {groupByDay(items, site.timeZone).map(({ day, items: ofDay }) => (
        <section key={day} className="day-group" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <a href={inView(dayPath(day), view)}>
              <time dateTime={day}>{periodName(day, site.locale)}</time> <span>{weekdayName(day, site.locale)}</span>
            </a>
          </h2>
          <div>
            {ofDay.map((card) => (
              <ListItem key={card.id} site={site} view={view} card={card} level={3} within={within} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
