import type { Metadata } from 'next'
import { unlistedMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { LineMasthead } from '@/components/site/line-masthead'
import { NamedHits } from '@/components/site/named-hits'
import { SearchFilters } from '@/components/site/search-filters'
import { SearchForm, searchFormId } from '@/components/site/search-form'
import { FilterLinks } from '@/components/site/search-line'
import { SearchStart } from '@/components/site/search-start'
import { type Query, readOne, readView } from '@/newsroom/read-params'
import { isSearch, readSearchAddress, type SearchAddress, searchPath, searchQueryOf } from '@/newsroom/search/search-address'
import { LONGEST_SEARCH, MOST_WORDS } from '@/newsroom/search/search-query'
import { texts } from '@/newsroom/texts'
import { listRecentSources, listRecentTags, listSearchCategories } from '@/server/queries/list-search-choices'
import { findSearch, namedFilters } from './find-search'
import { SearchResults } from './search-results'

type Props = PageProps<'/search'>

const FORM = 'search'

function titleOf({ q }: SearchAddress, asks: boolean): string {
  const t = texts(currentSite().locale)
  if (q) return t('search.results', { query: [...q].slice(0, LONGEST_SEARCH).join('') })
  return asks ? t('search.filtered') : t('search.title')
}

const read = (query: Query) => {
  const address = readSearchAddress(query)
  const search = searchQueryOf(address)
  return { address, search, asks: isSearch(search) }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { address, asks } = read(await searchParams)
  return unlistedMetadata(titleOf(address, asks))
}

export default async function Page({ searchParams }: Props) {
  const site = currentSite()
  const t = texts(site.locale)
  const query = await searchParams
  const view = readView(query)
  const { address, search, asks } = read(query)
  const [found, categories, sources] = await Promise.all([
    asks ? findSearch(search, readOne(query, 'cursor')) : null,
    listSearchCategories(),
    listRecentSources(),
  ])
  const filters = namedFilters(address, found?.places ?? {})
  const own = searchPath(address)
  return (
    <SiteFrame
      site={site}
      view={view}
      address={own}
      masthead={<LineMasthead site={site} view={view} address={own} searchable={false} />}
    >
      <header className="search-head">
        <h1>{titleOf(address, asks)}</h1>
        <SearchForm site={site} view={view} query={address.q} id={FORM} large />
      </header>
      <div className="search-page">
        <SearchFilters
          site={site}
          form={searchFormId(FORM)}
          address={{
            ...address,
            source: address.source && (found?.places.source?.name ?? address.source),
            tag: address.tag && (found?.places.tag?.name ?? address.tag),
          }}
          categories={categories}
          sources={sources}
          active={filters.length}
        />
        <div className="search-found">
          <FilterLinks site={site} view={view} filters={filters} />
          {search.cut && <p className="cut">{t('search.cut', { characters: LONGEST_SEARCH, words: MOST_WORDS })}</p>}
          {found && <NamedHits site={site} view={view} hits={found.named} />}
          {found && <SearchResults site={site} view={view} address={address} found={found} filters={filters} />}
          {!found && address.q && (
            <div className="notice" role="status">
              <h2>{t('search.unreadable', { query: address.q })}</h2>
              <p>{t('search.unreadableHint')}</p>
            </div>
          )}
          {!found && !address.q && filters.length > 0 && <p className="notice">{t('search.daysOnly')}</p>}
          {!found && !address.q && filters.length === 0 && (
            <SearchStart site={site} view={view} tags={await listRecentTags()} sources={sources} />
          )}
        </div>
      </div>
    </SiteFrame>
  )
}
