import type { ArticleEventKind } from '@/newsroom/article-event'

const DAY_MS = 86_400_000
/** What an import brings that is older than this is archive. */
const RECENT_MS = 3 * DAY_MS

export interface NewsFacts {
  kind: ArticleEventKind
  publishedAt: Date | null
  /** whether readers can find it, now or at its time */
  listed: boolean
  /** whether somebody of the desk made the text readers see */
  byDesk: boolean
  /** whether the world was told that it is gone */
  toldGone: boolean
}

/**
 * Whether the world outside is to be told. An archive of a hundred thousand old articles is none of its business; what the desk
 * does always is, and whatever was told gone and is there again.
 */
export function isNews({ kind, publishedAt, listed, byDesk, toldGone }: NewsFacts, now: Date): boolean {
  if (kind === 'refiled') return false
  if (kind === 'withdrawn' || kind === 'unpublished') return publishedAt !== null
  if (!listed || publishedAt === null) return false
  return kind === 'corrected' || byDesk || toldGone || now.getTime() - publishedAt.getTime() < RECENT_MS
}
