import type { Metadata } from 'next'
import { cache } from 'react'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { CorrectionsList } from '@/components/site/corrections-list'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Pager, withCursor } from '@/components/site/pager'
import { type Query, readCursor, readView } from '@/newsroom/read-params'
import { breadcrumbList, collectionPage, listedArticles } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { listCorrections } from '@/server/queries/list-corrections'

type Props = PageProps<'/corrections'>

const PATH = '/corrections'
const readList = cache((before?: string, after?: string) => listCorrections({ before, after }))

function addressOf(query: Query): string {
  const { before, after } = readCursor(query)
  if (before) return withCursor(PATH, 'before', before)
  return after ? withCursor(PATH, 'after', after) : PATH
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const site = currentSite()
  const t = texts(site.locale)
  const query = await searchParams
  const { before, after } = readCursor(query)
  const list = await readList(before, after)
  return {
    ...pageMetadata({
      title: t('corrections.title'),
      description: t('corrections.description', { site: site.name }),
      path: addressOf(query),
    }),
    pagination: {
      previous: list.newer && withCursor(PATH, 'after', list.newer),
      next: list.older && withCursor(PATH, 'before', list.older),
    },
  }
}

export default async function Page({ searchParams }: Props) {
  const site = currentSite()
  const t = texts(site.locale)
  const query = await searchParams
  const view = readView(query)
  const { before, after } = readCursor(query)
  const list = await readList(before, after)
  const corrected = listedArticles(
    list.items.map(({ article }) => article),
    site,
  )
  return (
    <SiteFrame site={site} view={view} address={addressOf(query)}>
      <PageHead title={t('corrections.title')} note={t('corrections.note')} />
      <CorrectionsList site={site} view={view} items={list.items} />
      <Pager site={site} view={view} path={PATH} list={list} />
      <JsonLd data={collectionPage({ name: t('corrections.title'), path: addressOf(query), items: corrected }, site)} />
      <JsonLd
        data={breadcrumbList(
          [
            { name: t('site.home'), path: '/' },
            { name: t('corrections.title'), path: PATH },
          ],
          site,
        )}
      />
    </SiteFrame>
  )
}
