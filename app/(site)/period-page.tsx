import type { Metadata } from 'next'
import { cache } from 'react'
import { ArticleList } from '@/components/site/article-list'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Pager, withCursor } from '@/components/site/pager'
import { PeriodAside } from '@/components/site/period-aside'
import { PeriodNeighbours } from '@/components/site/period-neighbours'
import { PeriodTrail } from '@/components/site/period-trail'
import { dayPath } from '@/newsroom/addresses'
import { isPeriod } from '@/newsroom/calendar'
import { lunarDay, partName, periodName, weekdayName } from '@/newsroom/dates'
import { type Query, readCursor, readView } from '@/newsroom/read-params'
import type { Site } from '@/newsroom/site'
import { breadcrumbList, collectionPage, listedArticles } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { countByPeriod } from '@/server/queries/count-by-period'
import { listPeriod } from '@/server/queries/list-period'
import { missingMetadata, redirectOrMissing } from './missing'
import { neighbourPeriods } from './neighbour-periods'
import { listMetadata } from './page-metadata'
import { currentSite } from './site'
import { SiteFrame } from './site-frame'

const SIZE = 24
const readList = cache((period: string, before?: string, after?: string) => listPeriod(period, { before, after, size: SIZE }))
const readCounts = cache(countByPeriod)

/** How much a period holds, and each of its parts (a day: of the days around it); null for no period, or an empty one. */
async function readPeriod(parts: string[]) {
  const period = parts.join('-')
  if (!isPeriod(period)) return null
  const counts = await readCounts(period.slice(0, 7))
  const own = period.length === 10 ? counts.filter((part) => part.period === period) : counts
  const count = own.reduce((sum, part) => sum + part.count, 0)
  return count === 0 ? null : { period, counts, count }
}

export async function periodMetadata(parts: string[], query: Query): Promise<Metadata> {
  const found = await readPeriod(parts)
  if (!found) return missingMetadata()
  const { name: site, locale } = currentSite()
  const t = texts(locale)
  const period = periodName(found.period, locale)
  const cursor = readCursor(query)
  const page = {
    title: t('archive.title', { period }),
    description: t('archive.description', { site, period, count: found.count }),
    path: dayPath(found.period),
  }
  return listMetadata(page, await readList(found.period, cursor.before, cursor.after), cursor)
}

export async function periodPage(parts: string[], query: Query) {
  const found = await readPeriod(parts)
  if (!found) return await redirectOrMissing(parts, query)
  const site = currentSite()
  const t = texts(site.locale)
  const view = readView(query)
  const { period, count, counts } = found
  const { before, after } = readCursor(query)
  const [list, neighbours] = await Promise.all([readList(period, before, after), neighbourPeriods(period)])
  const path = dayPath(period)
  const address = before ? withCursor(path, 'before', before) : after ? withCursor(path, 'after', after) : path
  const isDay = period.length === 10
  const notes = [
    ...(isDay ? [weekdayName(period, site.locale), lunarDay(period, site.locale)] : []),
    t('archive.count', { count }),
  ]
  // On a phone a month's calendar is the way in, a day's only a way on.
  const aside = <PeriodAside site={site} view={view} period={period} counts={counts} />
  return (
    <SiteFrame site={site} view={view} address={address} year={period.slice(0, 4)}>
      <PageHead
        eyebrow={<PeriodTrail site={site} view={view} period={period} />}
        title={<time dateTime={period}>{periodName(period, site.locale)}</time>}
        note={notes.filter(Boolean).join(' · ')}
      >
        <PeriodNeighbours site={site} view={view} {...neighbours} />
      </PageHead>
      <div className="with-aside">
        {!isDay && aside}
        <div>
          <ArticleList site={site} view={view} items={list.items} oneDay={isDay} />
          <Pager site={site} view={view} path={path} list={list} />
        </div>
        {isDay && aside}
      </div>
      <JsonLd
        data={collectionPage(
          { name: periodName(period, site.locale), path: address, items: listedArticles(list.items, site) },
          site,
        )}
      />
      <JsonLd data={breadcrumbList([{ name: t('site.home'), path: '/' }, ...trailOf(period, site)], site)} />
    </SiteFrame>
  )
}

/** A year, its month, its day. */
function trailOf(period: string, { locale }: Site) {
  const periods = [4, 7, 10].filter((length) => length <= period.length).map((length) => period.slice(0, length))
  return periods.map((part) => ({ name: partName(part, locale), path: dayPath(part) }))
}
