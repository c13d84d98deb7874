import type { ArticleEvent } from '@/newsroom/article-event'
import type { Tx } from '@/server/db'
import { groupStories } from './group-stories'
import { indexArticles } from './index-articles'
import { pushArticles } from './push-articles'

/**
 * Called by whatever changes what the world sees of articles, in its own transaction and after the change, once an article.
 * Everything that follows from a publication beside the pages themselves starts here.
 */
export async function announceArticles(tx: Tx, events: readonly ArticleEvent[]): Promise<void> {
  if (events.length === 0) return
  await groupStories(tx, events)
  await indexArticles(
    tx,
    events.map(({ articleId }) => articleId),
  )
  await pushArticles(tx, events)
}
