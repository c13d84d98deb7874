import { articlePath } from '@/newsroom/addresses'
import { isArticleId } from '@/newsroom/article-id'
import { articleTag } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'

/**
 * The canonical path of an article that is public, or was until it was withdrawn: a code once printed still leads to the notice
 * that stands there now. Null for anything else.
 */
export async function findAddress(id: string): Promise<string | null> {
  if (!isArticleId(id)) return null
  reads(articleTag(id))
  const row = await db().article.findUnique({ where: { id }, select: { publication: true, publishedAt: true } })
  if (!row?.publishedAt) return null
  const isKnown = row.publication === 'withdrawn' || (row.publication === 'live' && row.publishedAt <= new Date())
  return isKnown ? articlePath({ id, publishedAt: row.publishedAt }, config().SITE_TIMEZONE) : null
}
