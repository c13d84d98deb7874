import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Register } from '@/components/site/register'
import { categoryPath } from '@/newsroom/addresses'
import { readView } from '@/newsroom/read-params'
import { breadcrumbList, collectionPage } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { listCategories } from '@/server/queries/list-categories'

const PATH = '/category'

export function generateMetadata(): Metadata {
  const { name: site, locale } = currentSite()
  const t = texts(locale)
  return pageMetadata({ title: t('register.title'), description: t('register.description', { site }), path: PATH })
}

export default async function Page({ searchParams }: PageProps<'/category'>) {
  const site = currentSite()
  const t = texts(site.locale)
  const view = readView(await searchParams)
  const entries = await listCategories()
  const items = entries.map(({ name, slug }) => ({ name, path: categoryPath(slug) }))
  return (
    <SiteFrame site={site} view={view} address={PATH}>
      <PageHead title={t('register.title')} note={entries.length > 0 && t('register.count', { count: entries.length })} />
      {entries.length > 0 ? (
        <Register site={site} view={view} entries={entries} />
      ) : (
        <p className="notice">{t('register.empty')}</p>
      )}
      <JsonLd data={collectionPage({ name: t('register.title'), path: PATH, items }, site)} />
      <JsonLd
        data={breadcrumbList(
          [
            { name: t('site.home'), path: '/' },
            { name: t('register.title'), path: PATH },
          ],
          site,
        )}
      />
    </SiteFrame>
  )
}
