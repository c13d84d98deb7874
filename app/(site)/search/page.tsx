import type { Metadata } from 'next'
import { unlistedMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { ArticleList } from '@/components/site/article-list'
import { PageHead } from '@/components/site/page-head'
import { Pager } from '@/components/site/pager'
import { LONGEST_QUERY, SearchForm } from '@/components/site/search-form'
import { type Query, readCursor, readOne, readView } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { searchHeadlines } from '@/server/queries/search-headlines'

type Props = PageProps<'/search'>

const readQuery = (query: Query) => readOne(query, 'q')?.replace(/\s+/g, ' ').trim() ?? ''

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = texts(currentSite().locale)
  const q = readQuery(await searchParams)
  return unlistedMetadata(q ? t('search.results', { query: q.slice(0, LONGEST_QUERY) }) : t('search.title'))
}

export default async function Page({ searchParams }: Props) {
  const site = currentSite()
  const t = texts(site.locale)
  const query = await searchParams
  const view = readView(query)
  const q = readQuery(query)
  const path = q ? `/search?q=${encodeURIComponent(q)}` : '/search'
  const tooLong = q.length > LONGEST_QUERY
  const list = q && !tooLong ? await searchHeadlines(q, readCursor(query)) : null
  return (
    <SiteFrame site={site} view={view} address={path}>
      <PageHead title={list ? t('search.results', { query: q }) : t('search.title')}>
        <SearchForm site={site} view={view} query={q} id="search" />
      </PageHead>
      {!q && <p className="notice">{t('search.start')}</p>}
      {tooLong && (
        <p className="notice" role="alert">
          {t('search.tooLong', { count: LONGEST_QUERY })}
        </p>
      )}
      {list?.items.length === 0 && (
        <div className="notice">
          <p>{t('search.empty', { query: q })}</p>
          <p>{t('search.emptyHint')}</p>
        </div>
      )}
      {list && list.items.length > 0 && (
        <>
          <ArticleList site={site} view={view} items={list.items} />
          <Pager site={site} view={view} path={path} list={list} />
        </>
      )}
    </SiteFrame>
  )
}
