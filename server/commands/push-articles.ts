import { articlePath } from '@/newsroom/addresses'
import type { ArticleEvent } from '@/newsroom/article-event'
import { type AddressChannel, eventName, isGone, type WebhookEvent } from '@/newsroom/push/channel'
import { isNews } from '@/newsroom/push/news'
import { config } from '@/server/config'
import type { Tx } from '@/server/db'
import { isPushing, setChannels } from '@/server/push-settings'
import { enqueue } from '@/server/queue'
import { changedFeeds } from './changed-feeds'

/** Some seconds in which more of the same gathers for one call. */
const GATHER_MS = 3_000

interface News {
  articleId: string
  path: string
  event: WebhookEvent
  /** readers find it from then on */
  from: Date
}

/** Puts in the outbox, in the transaction of the change itself, what search engines, subscribers and partners are to be told. */
export async function pushArticles(tx: Tx, events: readonly ArticleEvent[]): Promise<void> {
  if (!isPushing()) return
  const channels = setChannels()
  const hooks = await tx.webhook.findMany({ where: { active: true }, select: { id: true, events: true } })
  if (channels.length === 0 && hooks.length === 0) return
  const news = await newsOf(tx, events)
  if (news.length === 0) return
  for (const channel of channels) await (channel === 'websub' ? putFeeds(tx, news) : putAddresses(tx, channel, news))
  for (const { id, events: wanted } of hooks) {
    const told = news.filter(({ event }) => wanted.includes(event))
    if (told.length > 0) await putEvents(tx, id, told)
  }
}

interface Facts {
  id: string
  publishedAt: Date | null
  listedAt: Date | null
  byDesk: boolean
  toldGone: boolean
}

async function newsOf(tx: Tx, events: readonly ArticleEvent[]): Promise<News[]> {
  const ids = [...new Set(events.map(({ articleId }) => articleId))]
  const rows = await tx.$queryRaw<Facts[]>`
    SELECT a."id", a."publishedAt", a."listedAt", r."staffId" IS NOT NULL AS "byDesk",
      coalesce((SELECT d."event" IN ('article.withdrawn', 'article.unpublished') FROM "Delivery" d
        WHERE d."articleId" = a."id" ORDER BY d."id" DESC LIMIT 1), false) AS "toldGone"
    FROM "Article" a LEFT JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    WHERE a."id" = ANY(${ids})`
  const facts = new Map(rows.map((row) => [row.id, row]))
  const now = new Date()
  return events.flatMap(({ articleId, kind }) => {
    const held = facts.get(articleId)
    const event = eventName(kind)
    if (!held?.publishedAt || !event || !isNews({ ...held, kind, listed: held.listedAt !== null }, now)) return []
    const path = articlePath({ id: articleId, publishedAt: held.publishedAt }, config().SITE_TIMEZONE)
    return [{ articleId, path, event, from: held.listedAt && held.listedAt > now ? held.listedAt : now }]
  })
}

/** Adds, and touches nothing that another transaction may hold: what of it is the same is told at once when it is sent. */
async function putAddresses(tx: Tx, channel: Exclude<AddressChannel, 'websub'>, news: readonly News[]): Promise<void> {
  const gone = news.filter(({ event }) => isGone(event))
  // Baidu's interface takes no deletions; what it has not heard of yet it need not hear of.
  if (channel === 'baidu' && gone.length > 0) await dropWaiting(tx, channel, gone)
  const told = channel === 'baidu' ? news.filter((each) => !gone.includes(each)) : news
  if (told.length === 0) return
  await tx.delivery.createMany({
    data: told.map(({ path, event, articleId, from }) => ({ channel, target: path, event, articleId, notBefore: from })),
  })
  await enqueue(tx, 'push.send', { channel }, { startAfter: new Date(Date.now() + GATHER_MS) })
}

/**
 * One delivery a feed, however many articles are new in it. Where one waits already, nothing is added: it is held until this
 * transaction is over (`FOR SHARE`, which publications share and a sender passes over), so that the hub, told by it, finds the news.
 */
async function putFeeds(tx: Tx, news: readonly News[]): Promise<void> {
  const channel = 'websub'
  const feeds = await changedFeeds(tx, [...new Set(news.map(({ articleId }) => articleId))])
  const soon = Date.now() + GATHER_MS
  const told = new Map<string, { target: string; event: string; notBefore: Date }>()
  for (const { articleId, event, from } of news) {
    for (const target of feeds.get(articleId) ?? []) {
      told.set(from.getTime() > soon ? `${target} ${from.getTime()}` : target, { target, event, notBefore: from })
    }
  }
  const waiting = await tx.$queryRaw<{ target: string }[]>`
    SELECT "target" FROM "Delivery" WHERE "channel" = ${channel} AND "target" = ANY(${[...new Set([...told.values()].map(({ target }) => target))]})
      AND "doneAt" IS NULL AND "gaveUpAt" IS NULL AND "attempts" = 0 AND "notBefore" <= ${new Date(soon)}
    FOR SHARE SKIP LOCKED`
  for (const { target } of waiting) told.delete(target)
  if (told.size === 0) return
  await tx.delivery.createMany({ data: [...told.values()].map((each) => ({ ...each, channel })) })
  await enqueue(tx, 'push.send', { channel }, { startAfter: new Date(soon) })
}

async function dropWaiting(tx: Tx, channel: AddressChannel, gone: readonly News[]): Promise<void> {
  await tx.delivery.deleteMany({ where: { channel, target: { in: gone.map(({ path }) => path) }, doneAt: null } })
}

/** A webhook hears of every event, in order. */
async function putEvents(tx: Tx, webhookId: number, news: readonly News[]): Promise<void> {
  const at = new Date().toISOString()
  await tx.delivery.createMany({
    data: news.map(({ articleId, path, event, from }) => ({
      channel: 'webhook',
      target: path,
      event,
      articleId,
      webhookId,
      notBefore: from,
      payload: { at },
    })),
  })
  await enqueue(tx, 'push.send', { channel: 'webhook', webhookId })
}
