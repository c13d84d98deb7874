import type { ReactNode } from 'react'
import { FrontPage } from '@/components/site/front-page'
import { Masthead } from '@/components/site/masthead'
import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import type { View } from '@/newsroom/site'
import { siteTime } from '@/server/clock'
import type { FrontPage as FrontPageValue } from '@/server/queries/find-front-page'
import { until } from '@/server/render-scope'
import { currentSite } from './site'
import { SiteFrame } from './site-frame'

interface Props {
  view: View
  front: FrontPageValue
  /** what stands above and below the stories: a notice, data for machines */
  before?: ReactNode
  after?: ReactNode
}

/** The front page with its masthead, as readers get it and as a preview shows it. */
export function FrontPageFrame({ view, front, before, after }: Props) {
  const site = currentSite()
  const today = calendarDay(siteTime(), site.timeZone)
  // The date line is true until midnight.
  until(startOfPeriod(nextPeriod(today), site.timeZone))
  const newest = newestOf(front)
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
    <SiteFrame site={site} view={view} address="/" masthead={masthead} year={year}>
      {before}
      <FrontPage site={site} view={view} today={today} {...front} />
      {after}
    </SiteFrame>
  )
}

export function newestOf({ leads, newest }: FrontPageValue) {
  return [...leads, ...newest].sort((one, other) => Number(other.publishedAt) - Number(one.publishedAt))[0]
}
