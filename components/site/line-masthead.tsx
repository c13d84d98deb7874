import { dayPath, inView } from '@/newsroom/addresses'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { ReadingSettings } from './reading-settings'
import { SearchForm } from './search-form'
import { ViewSwitch } from './view-switch'

interface Props {
  site: Site
  view: View
  address: string
  year?: string
  /** a page that is all about searching has a form of its own */
  searchable?: boolean
}

/** The masthead in one line, on every page but the front. It reads nothing that changes with the news. */
export function LineMasthead({ site, view, address, year, searchable = true }: Props) {
  const t = texts(site.locale)
  const full = view !== 'lite'
  return (
    <header className="line-masthead">
      <a className="name" href={inView('/', view)}>
        {site.name}
      </a>
      <nav aria-label={t('site.navigation')}>
        <ul>
          <li>
            <a href={inView('/category', view)}>{t('site.categories')}</a>
          </li>
          {year && (
            <li className={full ? 'from-tablet' : undefined}>
              <a href={inView(dayPath(year), view)}>{t('site.archive')}</a>
            </li>
          )}
          {searchable && (
            <li className={full ? 'to-tablet' : undefined}>
              <a href={inView('/search', view)}>{t('site.search')}</a>
            </li>
          )}
          <li>
            <ViewSwitch site={site} view={view} address={address} />
          </li>
        </ul>
      </nav>
      {full && <ReadingSettings site={site} />}
      {full && searchable && (
        <div className="from-tablet">
          <SearchForm site={site} view={view} id="masthead-search" />
        </div>
      )}
    </header>
  )
}
