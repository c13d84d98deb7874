import { articlePath, inView, sourcePath } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { PictureLink } from './picture-link'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  card: ArticleCard
  level: 2 | 3
}

export function ListItem({ site, view, card, level }: Props) {
  const address = inView(articlePath(card, site.timeZone), view)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="entry" data-picture={card.picture ? true : undefined}>
      <Time instant={card.publishedAt} site={site} form="clock" />
      <Heading className="headline">
        <a href={address}>{card.headline}</a>
      </Heading>
      {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
      {card.source && (
        <p className="meta">
          <a href={inView(sourcePath(card.source.slug), view)}>{card.source.name}</a>
        </p>
      )}
      {card.picture && <PictureLink picture={card.picture} address={address} sizes="(min-width: 820px) 132px, 96px" />}
    </article>
  )
}
