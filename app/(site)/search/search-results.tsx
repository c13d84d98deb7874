import { Meant, SearchEmpty } from '@/components/site/search-empty'
import { SearchHit } from '@/components/site/search-hit'
import { type NamedFilter, SearchLine } from '@/components/site/search-line'
import { SearchPager } from '@/components/site/search-pager'
import { inView } from '@/newsroom/addresses'
import { type SearchAddress, searchPath } from '@/newsroom/search/search-address'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { listRecentTags } from '@/server/queries/list-search-choices'
import { answer as answerWith } from '@/server/render-scope'
import type { Found } from './find-search'

interface Props {
  site: Site
  view: View
  address: SearchAddress
  found: Found
  filters: NamedFilter[]
}

export async function SearchResults({ site, view, address, found: { answer, meant: words, later }, filters }: Props) {
  const t = texts(site.locale)
  const path = searchPath(address)
  if (answer.state === 'slow') {
    return (
      <div className="notice" role="status">
        <h2>{t('search.slow')}</h2>
        <p>{t('search.slowHint')}</p>
      </div>
    )
  }
  if (answer.state === 'busy') {
    answerWith(503)
    return (
      <div className="notice" role="status">
        <h2>{t('search.busy')}</h2>
        <p>{t.rich('search.busyHint', { link: (words) => <a href={inView(path, view)}>{words}</a> })}</p>
      </div>
    )
  }
  const meant = words && <Meant site={site} view={view} address={address} words={words} />
  if (answer.hits.length === 0) {
    return (
      <SearchEmpty site={site} view={view} query={address.q} filters={filters} tags={await listRecentTags()}>
        {meant}
      </SearchEmpty>
    )
  }
  return (
    <>
      {answer.parts.length > 0 && (
        <div className="search-parts">
          {meant}
          <p>{t('search.parts', { query: address.q, parts: answer.parts.join(t('search.join')) })}</p>
        </div>
      )}
      <SearchLine site={site} view={view} address={address} total={answer.total} />
      <div className="article-list">
        {answer.hits.map((hit) => (
          <SearchHit key={hit.id} site={site} view={view} hit={hit} />
        ))}
      </div>
      <SearchPager site={site} view={view} path={path} later={later} previous={answer.previous} next={answer.next} />
    </>
  )
}
