import type { ListName } from '@/newsroom/cache-tags'
import type { FedArticle } from '@/newsroom/feed/feed'
import { listFullArticles } from './list-full-articles'

/** jekyll-feed gave ten; at three hundred articles an hour a reader that asks every five minutes still misses none of thirty. */
const SIZE = 30

export interface FeedPage {
  articles: FedArticle[]
  older: string | null
}

/** A page of a list with its whole texts, the newest first: each report of each outlet, since a feed is a record. */
export async function listFeed(list: ListName, before?: string): Promise<FeedPage> {
  const [kind, id] = list.split(':')
  const place = kind === 'site' ? {} : { [`${kind}Id`]: Number(id) }
  const { items, next } = await listFullArticles({ ...place, cursor: before, size: SIZE, withBody: true })
  return { articles: items.map(({ article, feedId }) => ({ ...article, feedId })), older: next }
}
