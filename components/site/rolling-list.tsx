import { articlePath, inView } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import { partName } from '@/newsroom/dates'
import { groupByDay } from '@/newsroom/group-by-day'
import type { Site, View } from '@/newsroom/site'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  today: string
  items: ArticleCard[]
  label: string
}

/** 最新: times and headlines; the day is said where it is not today. */
export function RollingList({ site, view, today, items, label }: Props) {
  return (
    <section className="rolling" aria-labelledby="newest">
      <h2 id="newest">{label}</h2>
      {groupByDay(items, site.timeZone).map((group) => (
        <div key={group.day}>
          {group.day !== today && (
            <p className="day">
              <time dateTime={group.day}>{partName(group.day, site.locale)}</time>
            </p>
          )}
          <ol>
            {group.items.map((card) => (
              <li key={card.id}>
                <Time instant={card.publishedAt} site={site} form="clock" />
                <a href={inView(articlePath(card, site.timeZone), view)}>{card.headline}</a>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
