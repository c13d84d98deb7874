import type { Prisma } from '@/generated/prisma/client'
import { articlePath } from '@/newsroom/addresses'
import { isArticleId } from '@/newsroom/article-id'
import { articleTag } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isListed, wasTakenOffline } from './public-filter'

/** What an article's address is made of. */
export const addressed = {
  select: { id: true, publication: true, publishedAt: true, listedAt: true, liveRevision: true },
} as const
type Addressed = Prisma.ArticleGetPayload<typeof addressed>

/** The canonical path of an article by its id, or null. */
export async function findAddress(id: string): Promise<string | null> {
  if (!isArticleId(id)) return null
  reads(articleTag(id))
  const article = await readDb().article.findUnique({ where: { id }, ...addressed })
  return article && addressOf(article)
}

/**
 * The canonical path of an article that is public, or was: a code once printed still leads to the notice that stands there now.
 * What was never public has no address yet.
 */
export function addressOf(article: Addressed): string | null {
  const { id, publication, publishedAt, listedAt } = article
  reads(articleTag(id))
  if (!publishedAt) return null
  const isKnown = publication === 'withdrawn' || isListed(listedAt) || wasTakenOffline(article)
  return isKnown ? articlePath({ id, publishedAt }, config().SITE_TIMEZONE) : null
}
