import { articlePath, categoryPath, inView } from '@/newsroom/addresses'
import type { ArticleCard, NamedPlace } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { Stamp } from './stamp'
import { Story } from './story'

interface Props {
  site: Site
  view: View
  today: string
  category: NamedPlace
  items: ArticleCard[]
}

/** A section as a ruled row: its name, one story told, the others as headlines. */
export function FrontSection({ site, view, today, category, items }: Props) {
  const [first, ...others] = items
  if (!first) return null
  return (
    <section className="front-section" aria-labelledby={`section-${category.slug}`}>
      <h2 id={`section-${category.slug}`}>
        <a href={inView(categoryPath(category.slug), view)}>{category.name}</a>
      </h2>
      <Story site={site} view={view} today={today} card={first} rank="section" sizes="(min-width: 820px) 140px, 32vw" />
      {others.length > 0 && (
        <ul>
          {others.map((card) => (
            <li key={card.id}>
              <a href={inView(articlePath(card, site.timeZone), view)}>{card.headline}</a>
              <Stamp instant={card.publishedAt} site={site} today={today} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
