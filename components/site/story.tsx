import { articlePath, categoryPath, inView, sourcePath } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { Headline } from './headline'
import { OtherReports } from './other-reports'
import { PictureLink } from './picture-link'
import { Stamp } from './stamp'

interface Props {
  site: Site
  view: View
  today: string
  card: ArticleCard
  rank: 'lead' | 'second' | 'section'
  /** how wide its picture stands */
  sizes: string
  first?: boolean
}

/** A story of the front page: a headline that carries, its standfirst, where it comes from and when. */
export function Story({ site, view, today, card, rank, sizes, first }: Props) {
  const address = inView(articlePath(card, site.timeZone), view)
  const picture = card.picture && <PictureLink view={view} picture={card.picture} address={address} sizes={sizes} first={first} />
  // What stands above it is sent before it: a page that is still coming in has it where it stays.
  const isBelowHeadline = rank === 'second'
  return (
    <article className="story" data-rank={rank} data-picture={card.picture ? true : undefined}>
      {!isBelowHeadline && picture}
      {rank !== 'section' && card.category && (
        <p className="category">
          <a href={inView(categoryPath(card.category.slug), view)}>{card.category.name}</a>
        </p>
      )}
      {card.kicker && <p className="kicker">{card.kicker}</p>}
      <Headline text={card.headline} level={rank === 'section' ? 3 : 2} address={address} />
      {isBelowHeadline && picture}
      {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
      <p className="meta">
        {card.source && card.source.name !== card.category?.name && (
          <a href={inView(sourcePath(card.source.slug), view)}>{card.source.name}</a>
        )}
        <Stamp instant={card.publishedAt} site={site} today={today} />
        <OtherReports site={site} card={card} address={address} />
      </p>
    </article>
  )
}
