import { articlePath, categoryPath, inView, sourcePath } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import { breaksAtPhrases } from '@/newsroom/headline-phrases'
import type { MarkedText as Excerpt, Mark } from '@/newsroom/search/search-marks'
import type { Site, View } from '@/newsroom/site'
import { MarkedText } from './marked-text'
import { PictureLink } from './picture-link'
import { Time } from './time'

export interface Hit extends ArticleCard {
  headlineMarks: Mark[]
  excerpt: Excerpt
}

interface Props {
  site: Site
  view: View
  hit: Hit
}

/** An article that was found: its day, its headline and the place in its text where the words stand. */
export function SearchHit({ site, view, hit }: Props) {
  const address = inView(articlePath(hit, site.timeZone), view)
  const { headline, headlineMarks, excerpt, category, source, picture } = hit
  return (
    <article className="entry hit" data-picture={picture ? true : undefined}>
      <h2 className={breaksAtPhrases(headline) ? 'headline phrased' : 'headline'}>
        <a href={address}>
          <MarkedText text={headline} marks={headlineMarks} />
        </a>
      </h2>
      {excerpt.text && (
        <p className="standfirst">
          <MarkedText text={excerpt.text} marks={excerpt.marks} />
        </p>
      )}
      <p className="meta">
        <Time instant={hit.publishedAt} site={site} form="day" />
        {source && <a href={inView(sourcePath(source.slug), view)}>{source.name}</a>}
        {category && category.name !== source?.name && <a href={inView(categoryPath(category.slug), view)}>{category.name}</a>}
      </p>
      {picture && <PictureLink view={view} picture={picture} address={address} sizes="(min-width: 820px) 120px, 80px" />}
    </article>
  )
}
