import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { PageHead } from '@/components/site/page-head'
import { Register } from '@/components/site/register'
import { readView } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { listCategories } from '@/server/queries/list-categories'

export function generateMetadata(): Metadata {
  const { name: site, locale } = currentSite()
  const t = texts(locale)
  return pageMetadata({ title: t('register.title'), description: t('register.description', { site }), path: '/category' })
}

export default async function Page({ searchParams }: PageProps<'/category'>) {
  const site = currentSite()
  const t = texts(site.locale)
  const view = readView(await searchParams)
  const entries = await listCategories()
  return (
    <SiteFrame site={site} view={view} address="/category">
      <PageHead title={t('register.title')} note={entries.length > 0 && t('register.count', { count: entries.length })} />
      {entries.length > 0 ? (
        <Register site={site} view={view} entries={entries} />
      ) : (
        <p className="notice">{t('register.empty')}</p>
      )}
    </SiteFrame>
  )
}
