import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { ApiGuide } from '@/components/site/api-guide'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { API_PATH } from '@/newsroom/addresses'
import { readView } from '@/newsroom/read-params'
import { breadcrumbList } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'

export function generateMetadata(): Metadata {
  const { name: site, locale } = currentSite()
  const t = texts(locale)
  return pageMetadata({ title: t('api.title'), description: t('api.description', { site }), path: API_PATH })
}

/** The read API for people: what can be asked, and how. */
export default async function Page({ searchParams }: PageProps<'/api'>) {
  const site = currentSite()
  const t = texts(site.locale)
  const view = readView(await searchParams)
  const trail = [
    { name: t('site.home'), path: '/' },
    { name: t('api.title'), path: API_PATH },
  ]
  return (
    <SiteFrame site={site} view={view} address={API_PATH}>
      <PageHead title={t('api.title')} note={t('api.note')} />
      <ApiGuide site={site} />
      <JsonLd data={breadcrumbList(trail, site)} />
    </SiteFrame>
  )
}
