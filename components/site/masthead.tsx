import { categoryPath, dayPath, inView } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import { dayName, lunarDay } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { ReadingSettings } from './reading-settings'
import { SearchForm } from './search-form'
import { Stamp } from './stamp'
import { ViewSwitch } from './view-switch'

interface Props {
  site: Site
  view: View
  /** `2026-11-23` */
  today: string
  newestAt: Date | null
  sections: NamedPlace[]
  year?: string
}

/** The front page's masthead: the paper's name, the day, its sections. */
export function Masthead({ site, view, today, newestAt, sections, year }: Props) {
  const t = texts(site.locale)
  const lunar = lunarDay(today, site.locale)
  return (
    <header className="masthead">
      {/* First, because it is the tallest: the ears beside it stand where they stay. */}
      <h1 className="name" data-short={[...site.name].length <= 4 || undefined}>
        <a href={inView('/', view)}>{site.name}</a>
      </h1>
      <div className="ear">
        <ViewSwitch site={site} view={view} address="/" />
      </div>
      <div className="ear end">
        <a className="to-tablet" href={inView('/search', view)}>
          {t('site.search')}
        </a>
        {view !== 'lite' && <ReadingSettings site={site} />}
      </div>
      <p className="dateline">
        <time dateTime={today}>{dayName(today, site.locale)}</time>
        {lunar && <span>{lunar}</span>}
        {newestAt && (
          <span className="from-tablet">
            {t.rich('site.updated', { time: () => <Stamp instant={newestAt} site={site} today={today} /> })}
          </span>
        )}
      </p>
      <div className="sections-row">
        <nav aria-label={t('site.sections')}>
          <ul>
            {sections.map(({ slug, name }) => (
              <li key={slug}>
                <a href={inView(categoryPath(slug), view)}>{name}</a>
              </li>
            ))}
            <li>
              <a href={inView('/category', view)}>{t('site.categories')}</a>
            </li>
            {year && (
              <li>
                <a href={inView(dayPath(year), view)}>{t('site.archive')}</a>
              </li>
            )}
          </ul>
        </nav>
        {view !== 'lite' && (
          <div className="from-tablet">
            <SearchForm site={site} view={view} id="masthead-search" />
          </div>
        )}
      </div>
    </header>
  )
}
