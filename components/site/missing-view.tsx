import { inView } from '@/newsroom/addresses'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { SearchForm } from './search-form'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  newest: { id: string; publishedAt: Date; headline: string; path: string }[]
}

/** 404: says what happened and leads on. */
export function MissingView({ site, view, newest }: Props) {
  const t = texts(site.locale)
  return (
    <div className="notice">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.text')}</p>
      <SearchForm site={site} view={view} id="missing-search" />
      {newest.length > 0 && (
        <section className="related" aria-labelledby="newest">
          <h2 id="newest">{t('missing.newest')}</h2>
          <ul>
            {newest.map((item) => (
              <li key={item.id}>
                <a href={inView(item.path, view)}>{item.headline}</a>
                <Time instant={item.publishedAt} site={site} form="day" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
