import { type CacheTag, EVERYTHING } from '@/newsroom/cache-tags'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { type ArticlePlace, placesOf, tagsOfPlaces } from './article-tags'

/** Naming the pages of more articles costs more than rendering anew what is asked for. */
const MOST_ARTICLES = 40

/**
 * Around a change of how many articles are filed: asks where they stand, changes, asks again, and tells every process. Beyond
 * some forty articles the whole paper is rendered anew.
 */
export async function dropPagesAround<Result>(
  tx: Tx,
  articleIds: string[],
  named: CacheTag[],
  change: () => Promise<Result>,
): Promise<Result> {
  const many = articleIds.length > MOST_ARTICLES
  const places = async (): Promise<ArticlePlace[]> => (many ? [] : await placesOf(tx, articleIds))
  const before = await places()
  const result = await change()
  if (many) await publishTags(tx, [EVERYTHING])
  else await publishTags(tx, [...named, ...(await tagsOfPlaces(tx, [...before, ...(await places())]))])
  return result
}
