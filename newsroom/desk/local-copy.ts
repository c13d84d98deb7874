import type { DraftContent } from './draft'
import { sameDraft } from './same-draft'

/** What a browser keeps of an article until the server has it. */
export interface LocalCopy {
  articleId: string
  /** the version it was written on; 0: the server had none */
  baseVersion: number
  base: DraftContent
  content: DraftContent
  /** saves on their way or unanswered when it was kept: the server may have one of them */
  sent: readonly DraftContent[]
  /** ISO 8601 */
  changedAt: string
}

/**
 * What to do with a copy when its article is opened again:
 * - drop: the server has all of it · restore: nobody wrote since, it goes on from there
 * - ask: somebody saved another text meanwhile
 */
export function fateOf(copy: LocalCopy, server: { version: number; content: DraftContent }): 'drop' | 'restore' | 'ask' {
  if (sameDraft(copy.content, server.content)) return 'drop'
  const isKnown = [copy.base, ...copy.sent].some((known) => sameDraft(known, server.content))
  return copy.baseVersion === server.version || isKnown ? 'restore' : 'ask'
}
