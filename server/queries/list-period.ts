import { Prisma } from '@/generated/prisma/client'
import type { ArticleList } from '@/newsroom/article'
import { periodTag } from '@/newsroom/cache-tags'
import { nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import { config } from '@/server/config'
import { reads } from '@/server/render-scope'
import { type ListPage, pageOf } from './list-articles'
import { isPublic } from './public-filter'

/** What was published in a day (`2022-02-08`), a month (`2022-02`) or a year (`2022`) of the site's calendar. */
export async function listPeriod(period: string, page: ListPage = {}): Promise<ArticleList> {
  reads(periodTag('site', period))
  const { items, older, newer } = await pageOf(
    { from: Prisma.sql`"Article" l`, id: Prisma.sql`l."id"`, where: Prisma.sql`${within(period)} AND ${isPublic('l')}` },
    page,
  )
  return { items, older, newer }
}

/** The rows `l` that were listed in a period. */
function within(period: string): Prisma.Sql {
  const { SITE_TIMEZONE } = config()
  const [start, end] = [startOfPeriod(period, SITE_TIMEZONE), startOfPeriod(nextPeriod(period), SITE_TIMEZONE)]
  return Prisma.sql`l."listedAt" >= ${start} AND l."listedAt" < ${end}`
}
