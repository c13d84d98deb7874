import type { Metadata } from 'next'
import { cache } from 'react'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { PopularLists } from '@/components/site/popular-lists'
import { POPULAR_PATH } from '@/newsroom/addresses'
import { readView } from '@/newsroom/read-params'
import { breadcrumbList, collectionPage, listedArticles } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { listPopular } from '@/server/queries/list-popular'

const MOST = 20
const readLists = cache(async () => await listPopular(MOST))

export function generateMetadata(): Metadata {
  const site = currentSite()
  const t = texts(site.locale)
  return pageMetadata({
    title: t('popular.title'),
    description: t('popular.description', { site: site.name }),
    path: POPULAR_PATH,
  })
}

/** What readers read most in the last day and the last week. */
export default async function Page({ searchParams }: PageProps<'/popular'>) {
  const site = currentSite()
  const t = texts(site.locale)
  const view = readView(await searchParams)
  const lists = await readLists()
  const trail = [
    { name: t('site.home'), path: '/' },
    { name: t('popular.title'), path: POPULAR_PATH },
  ]
  return (
    <SiteFrame site={site} view={view} address={POPULAR_PATH}>
      <PageHead title={t('popular.title')} note={t('popular.note')} />
      {lists.week.length > 0 ? (
        <PopularLists site={site} view={view} lists={lists} level={2} />
      ) : (
        <p className="notice">{t('popular.empty')}</p>
      )}
      <JsonLd
        data={collectionPage({ name: t('popular.title'), path: POPULAR_PATH, items: listedArticles(lists.week, site) }, site)}
      />
      <JsonLd data={breadcrumbList(trail, site)} />
    </SiteFrame>
  )
}
