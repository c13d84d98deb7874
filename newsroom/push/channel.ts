import type { ArticleEventKind } from '@/newsroom/article-event'

/** Ways on which the world outside is told which addresses changed. */
export const ADDRESS_CHANNELS = ['indexnow', 'baidu', 'websub'] as const
export type AddressChannel = (typeof ADDRESS_CHANNELS)[number]
export type Channel = AddressChannel | 'webhook'

/** Whom a delivery goes to. */
export type Outlet = { channel: AddressChannel } | { channel: 'webhook'; webhookId: number }

/** At most so many addresses a call (indexnow.org; Baidu's 普通收录). A hub is told of one feed at a time. */
export const BATCH: Record<AddressChannel, number> = { indexnow: 10_000, baidu: 2_000, websub: 1 }

export const WEBHOOK_EVENTS = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.withdrawn',
  'article.unpublished',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]
/** What an event is called outside; a new label alone is no news. */
export const eventName = (kind: ArticleEventKind): WebhookEvent | null => (kind === 'refiled' ? null : `article.${kind}`)

/** Whether readers find nothing at the address any more. */
export const isGone = (event: string): boolean => event === 'article.withdrawn' || event === 'article.unpublished'

/** The feeds of the whole site, of which a hub hears before it hears of others. */
export const SITE_FEEDS = ['/feed.xml', '/rss.xml', '/feed.json']
