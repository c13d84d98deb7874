import type { Metadata } from 'next'
import { Frame } from '@/components/site/frame'
import { FrontPage } from '@/components/site/front-page'
import { JsonLd } from '@/components/site/json-ld'
import { LiveNotice } from '@/components/site/live-notice'
import { Masthead } from '@/components/site/masthead'
import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import { readView } from '@/newsroom/read-params'
import { newsMediaOrganization, webSite } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { findFrontPage } from '@/server/queries/find-front-page'
import { until } from '@/server/render-scope'
import { pageMetadata } from './page-metadata'
import { currentSite } from './site'

export function generateMetadata(): Metadata {
  const site = currentSite()
  const description = texts(site.locale)('site.description', { name: site.name })
  return { ...pageMetadata({ title: site.name, description, path: '/' }), title: site.name }
}

export default async function Page({ searchParams }: PageProps<'/'>) {
  const site = currentSite()
  const view = readView(await searchParams)
  const today = calendarDay(new Date(), site.timeZone)
  // The date line is true until midnight.
  until(startOfPeriod(nextPeriod(today), site.timeZone))
  const front = await findFrontPage()
  const [newest] = [...front.leads, ...front.newest].sort((one, other) => Number(other.publishedAt) - Number(one.publishedAt))
  const year = newest && calendarDay(newest.publishedAt, site.timeZone).slice(0, 4)
  const masthead = (
    <Masthead
      site={site}
      view={view}
      today={today}
      newestAt={newest?.publishedAt ?? null}
      sections={front.sections.map(({ category }) => category)}
      year={year}
    />
  )
  return (
    <Frame site={site} view={view} address="/" masthead={masthead} year={year}>
      <LiveNotice site={site} newestId={newest?.id ?? null} />
      <FrontPage site={site} view={view} today={today} {...front} />
      <JsonLd data={newsMediaOrganization(site)} />
      <JsonLd data={webSite(site)} />
    </Frame>
  )
}
