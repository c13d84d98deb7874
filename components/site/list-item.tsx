import { articlePath, inView, sourcePath } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { Headline } from './headline'
import { OtherReports } from './other-reports'
import { PictureLink } from './picture-link'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  card: ArticleCard
  level: 2 | 3
  /** the name of the list it stands in: a source of the same name need not be said */
  within: string | undefined
}

export function ListItem({ site, view, card, level, within }: Props) {
  const address = inView(articlePath(card, site.timeZone), view)
  const source = card.source?.name === within ? null : card.source
  return (
    <article className="entry" data-picture={card.picture ? true : undefined}>
      <Time instant={card.publishedAt} site={site} form="clock" />
      <Headline text={card.headline} level={level} address={address} />
      {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
      {(source || card.otherOutlets > 0) && (
        <p className="meta">
          {source && <a href={inView(sourcePath(source.slug), view)}>{source.name}</a>}
          <OtherReports site={site} card={card} address={address} />
        </p>
      )}
      {card.picture && (
        <PictureLink view={view} picture={card.picture} address={address} sizes="(min-width: 820px) 120px, 80px" />
      )}
    </article>
  )
}
