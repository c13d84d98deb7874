import { articlePath, inView } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import { POPULAR_SPANS, type PopularSpan } from '@/newsroom/popular'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  lists: Record<PopularSpan, ArticleCard[]>
  level: 2 | 3
}

/** 热门: two ruled columns of headlines, numbered; how often something was read is nobody's business. */
export function PopularLists({ site, view, lists, level }: Props) {
  const t = texts(site.locale)
  const Heading = `h${level}` as const
  return (
    <div className="popular-lists">
      {POPULAR_SPANS.filter((span) => lists[span].length > 0).map((span) => (
        <section key={span} aria-labelledby={`popular-${span}`}>
          <Heading id={`popular-${span}`}>{t(`popular.${span}`)}</Heading>
          <ol>
            {lists[span].map((card) => (
              <li key={card.id}>
                <a href={inView(articlePath(card, site.timeZone), view)}>{card.headline}</a>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
