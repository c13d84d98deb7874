import type { Metadata } from 'next'
import { JsonLd } from '@/components/site/json-ld'
import { LiveNotice } from '@/components/site/live-notice'
import { readView } from '@/newsroom/read-params'
import { newsMediaOrganization, webSite } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { findFrontPage } from '@/server/queries/find-front-page'
import { FrontPageFrame, newestOf } from './front-page-frame'
import { pageMetadata } from './page-metadata'
import { currentSite } from './site'

export function generateMetadata(): Metadata {
  const site = currentSite()
  const description = texts(site.locale)('site.description', { name: site.name })
  return {
    ...pageMetadata({ title: site.name, description, path: '/', feedsOf: { name: site.name, path: '/' } }),
    title: site.name,
  }
}

export default async function Page({ searchParams }: PageProps<'/'>) {
  const site = currentSite()
  const view = readView(await searchParams)
  const front = await findFrontPage()
  return (
    <FrontPageFrame
      view={view}
      front={front}
      before={view !== 'lite' && <LiveNotice site={site} newestId={newestOf(front)?.id ?? null} />}
      after={
        <>
          <JsonLd data={newsMediaOrganization(site)} />
          <JsonLd data={webSite(site)} />
        </>
      }
    />
  )
}
