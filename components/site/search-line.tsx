import { inView } from '@/newsroom/addresses'
import { periodName } from '@/newsroom/dates'
import { type ActiveFilter, type SearchAddress, searchPath } from '@/newsroom/search/search-address'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

export interface NamedFilter extends ActiveFilter {
  /** as readers know it: a category's name, not its slug */
  name: string
}

interface Props {
  site: Site
  view: View
  address: SearchAddress
  total: { count: number; exact: boolean } | null
}

/** How much was found, and in which order it stands. Crawlers need not walk every order. */
export function SearchLine({ site, view, address, total }: Props) {
  const t = texts(site.locale)
  return (
    <div className="search-line">
      <p role="status">{total && t(total.exact ? 'search.exactly' : 'search.about', { count: total.count })}</p>
      <ul aria-label={t('search.order')}>
        {(['relevance', 'newest'] as const).map((order) => (
          <li key={order}>
            {order === address.order ? (
              <span aria-current="true">{t(`search.${order}`)}</span>
            ) : (
              <a rel="nofollow" href={inView(searchPath({ ...address, order }), view)}>
                {t(`search.${order}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Each thing that narrows the search, as the link that takes it away. */
export function FilterLinks({ site, view, filters }: { site: Site; view: View; filters: NamedFilter[] }) {
  const t = texts(site.locale)
  if (filters.length === 0) return null
  return (
    <ul className="filter-links" aria-label={t('search.narrowed')}>
      {filters.map((filter) => {
        const text = filterText(filter, site)
        return (
          <li key={`${filter.kind} ${filter.value}`}>
            <a rel="nofollow" href={inView(searchPath(filter.without), view)} aria-label={t('search.without', { filter: text })}>
              {text}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** 来源：新乡日报, 2022年2月8日以后, 不含：灾 */
export function filterText({ kind, value, name }: NamedFilter, { locale }: Site): string {
  const t = texts(locale)
  if (kind !== 'days') return t('search.filter', { kind: t(`search.field.${kind}`), name })
  const [from, to] = value.split('/').map((day) => day && periodName(day, locale))
  if (from && to) return from === to ? from : t('search.between', { from, to })
  return from ? t('search.since', { day: from }) : t('search.until', { day: to ?? '' })
}
