import { inView } from '@/newsroom/addresses'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  /** the first page */
  path: string
  /** not the first page */
  later: boolean
  previous: string | null
  next: string | null
}

export function SearchPager({ site, view, path, later, previous, next }: Props) {
  if (!later && !next) return null
  const t = texts(site.locale)
  const at = (cursor: string) => inView(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`, view)
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      {later && previous && (
        <a rel="prev" href={at(previous)}>
          {t('search.previous')}
        </a>
      )}
      {later && <a href={inView(path, view)}>{t('search.first')}</a>}
      {next && (
        <a className="older" rel="next" href={at(next)}>
          {t('search.next')}
        </a>
      )}
    </nav>
  )
}
