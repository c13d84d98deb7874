import { articlePath } from '@/newsroom/addresses'
import { isArticleId } from '@/newsroom/article-id'
import { calendarDay } from '@/newsroom/calendar'
import { may } from '@/newsroom/desk/permission'
import type { Readership, ReadershipDay } from '@/newsroom/desk/readership'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { CountedChannel } from '@/newsroom/share-channel'
import { readArticleFacts } from '@/server/article-facts'
import { config } from '@/server/config'
import { db } from '@/server/db'

const DAYS = 30
const DAY_MS = 24 * 3600_000

/** How an article was read and passed on in the last thirty days, and in all; null where there is none, or none for whoever asks. */
export async function findReadership(actor: StaffActor, articleId: string, now = new Date()): Promise<Readership | null> {
  if (!isArticleId(articleId)) return null
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'read', facts)) return null
  const { SITE_TIMEZONE } = config()
  const today = new Date(calendarDay(now, SITE_TIMEZONE))
  const since = new Date(today.getTime() - (DAYS - 1) * DAY_MS)
  const [article, reads, shares, allReads, allShares] = await Promise.all([
    db().article.findUnique({
      where: { id: articleId },
      select: {
        publishedAt: true,
        publication: true,
        live: { select: { headline: true } },
        draft: { select: { headline: true } },
      },
    }),
    db().articleReads.findMany({ where: { articleId, day: { gte: since } } }),
    db().shareCount.findMany({ where: { articleId, day: { gte: since } } }),
    db().articleReads.aggregate({ where: { articleId }, _sum: { count: true } }),
    db().shareCount.groupBy({ by: ['channel'], where: { articleId }, _sum: { count: true } }),
  ])
  if (!article) return null
  const days = Array.from({ length: DAYS }, (_, index): ReadershipDay => {
    const day = new Date(since.getTime() + index * DAY_MS).toISOString().slice(0, 10)
    const ofDay = (row: { day: Date }) => row.day.toISOString().slice(0, 10) === day
    return {
      day,
      reads: reads.find(ofDay)?.count ?? 0,
      shares: Object.fromEntries(shares.filter(ofDay).map(({ channel, count }) => [channel, count])),
    }
  })
  const channels = allShares
    .map(({ channel, _sum }) => ({ channel: channel as CountedChannel, count: _sum.count ?? 0 }))
    .sort((one, other) => other.count - one.count || (one.channel < other.channel ? -1 : 1))
  return {
    headline: article.live?.headline ?? article.draft?.headline ?? '',
    path:
      article.publication === 'live' && article.publishedAt
        ? articlePath({ id: articleId, publishedAt: article.publishedAt }, SITE_TIMEZONE)
        : null,
    days,
    channels,
    reads: allReads._sum.count ?? 0,
    shares: channels.reduce((sum, { count }) => sum + count, 0),
  }
}
