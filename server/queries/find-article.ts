import type { Article } from '@/newsroom/article'
import { articleTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { articleParts, toArticle } from './full-article'
import { isListed, wasTakenOffline } from './public-filter'
import { readerBody } from './reader-body'

export type FoundArticle =
  | { state: 'live'; article: Article; plainText: string }
  /** `notice`: a sentence for whoever comes to the address, where somebody wrote one */
  | { state: 'withdrawn'; withdrawnAt: Date; notice: string | null }
  /** taken off the site without a word */
  | { state: 'offline' }

/** An article as the public may see it; null for what is not there, not yet or not any more to be known of. */
export async function findArticle(id: string): Promise<FoundArticle | null> {
  reads(articleTag(id))
  const row = await readDb().article.findUnique({
    // One statement in place of twelve: less than half of this process's work for it, as much of PostgreSQL's.
    relationLoadStrategy: 'join',
    where: { id },
    include: { ...articleParts, withdrawals: { where: { undoneAt: null }, take: 1 } },
  })
  if (row?.publication === 'withdrawn') {
    const [withdrawal] = row.withdrawals
    return { state: 'withdrawn', withdrawnAt: withdrawal?.withdrawnAt ?? row.updatedAt, notice: withdrawal?.notice ?? null }
  }
  if (row && wasTakenOffline(row)) return { state: 'offline' }
  const { live, listedAt } = row ?? {}
  if (!row || !live || !listedAt || !isListed(listedAt)) return null
  const article = toArticle({ ...row, live, listedAt }, await readerBody(live))
  return { state: 'live', article, plainText: live.plainText }
}
