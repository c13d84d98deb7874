import { inView } from '@/newsroom/addresses'
import { type NamedHit, namedPath } from '@/newsroom/search/named-hit'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  hits: NamedHit[]
}

/** Sources, categories, tags and people of the paper that the reader may have meant. */
export function NamedHits({ site, view, hits }: Props) {
  const t = texts(site.locale)
  if (hits.length === 0) return null
  return (
    <nav className="named-hits" aria-label={t('search.named')}>
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.slug}`}>
            <a href={inView(namedPath(hit, site.locale), view)}>
              <span>{t(`search.field.${hit.kind === 'person' ? 'author' : hit.kind}`)}</span> {hit.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
