import { inView } from '@/newsroom/addresses'
import { LONGEST_SEARCH } from '@/newsroom/search/search-query'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Island, islandWords } from './island'

interface Props {
  site: Site
  view: View
  query?: string
  /** where several stand on one page, each needs its own */
  id: string
  /** the page's own, larger */
  large?: boolean
}

export const searchFormId = (id: string) => `${id}-form`

export function SearchForm({ site, view, query, id, large = false }: Props) {
  const t = texts(site.locale)
  return (
    <search>
      <form
        className="search-form"
        id={searchFormId(id)}
        action={view === 'lite' ? inView('/search', view) : '/search'}
        data-large={large || undefined}
      >
        <label className="sr-only" htmlFor={id}>
          {t('search.label')}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          // With filters alone the page of the search finds something too.
          required={!large}
          maxLength={LONGEST_SEARCH}
          placeholder={t('search.label')}
          enterKeyHint="search"
          suppressHydrationWarning
        />
        {view !== 'lite' && <search-suggest {...islandWords(site.locale, 'search.suggest')} suppressHydrationWarning />}
        {view === 'elder' && <input type="hidden" name="view" value="elder" />}
        <button type="submit">{t('search.submit')}</button>
      </form>
      <Island name="search-suggest" />
    </search>
  )
}
