import type { ReactNode } from 'react'
import { inView, tagPath } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import { type SearchAddress, searchPath } from '@/newsroom/search/search-address'
import { parseSearch, writeSearch } from '@/newsroom/search/search-query'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { PlaceLinks } from './place-links'
import { filterText, type NamedFilter } from './search-line'

interface Props {
  site: Site
  view: View
  /** what was looked for, as typed */
  query: string
  filters: NamedFilter[]
  tags: NamedPlace[]
  children: ReactNode
}

/** Nothing was found: says so, and leads on. */
export function SearchEmpty({ site, view, query, filters, tags, children }: Props) {
  const t = texts(site.locale)
  return (
    <div className="notice search-empty">
      <h2>{query ? t('search.empty', { query }) : t('search.emptyFilters')}</h2>
      {children}
      {filters.length > 0 && (
        <ul className="ways">
          {filters.map((filter) => (
            <li key={`${filter.kind} ${filter.value}`}>
              <a rel="nofollow" href={inView(searchPath(filter.without), view)}>
                {t('search.dropFilter', { filter: filterText(filter, site) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>{t.rich('search.emptyHint', { link: (words) => <a href={inView('/category', view)}>{words}</a> })}</p>
      <PlaceLinks label={t('search.hot')} places={tags} pathOf={tagPath} view={view} />
    </div>
  )
}

interface MeantProps {
  site: Site
  view: View
  address: SearchAddress
  /** what sounds the same and finds something */
  words: string[]
}

export function Meant({ site, view, address, words }: MeantProps) {
  const q = writeSearch({ ...parseSearch(address.q), words }, site.locale)
  return (
    <p className="meant">
      {texts(site.locale).rich('search.meant', {
        link: () => <a href={inView(searchPath({ ...address, q }), view)}>{words.join(' ')}</a>,
      })}
    </p>
  )
}
