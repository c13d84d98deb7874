import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  query?: string
  /** where several stand on one page, each needs its own */
  id: string
}

export const LONGEST_QUERY = 100

export function SearchForm({ site, view, query, id }: Props) {
  const t = texts(site.locale)
  return (
    <search>
      <form className="search-form" action="/search">
        <label className="sr-only" htmlFor={id}>
          {t('search.label')}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          required
          maxLength={LONGEST_QUERY}
          placeholder={t('search.label')}
        />
        {view === 'elder' && <input type="hidden" name="view" value="elder" />}
        <button type="submit">{t('search.submit')}</button>
      </form>
    </search>
  )
}
