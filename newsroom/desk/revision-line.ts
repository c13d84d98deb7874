import type { DraftContent } from './draft'

/** A revision as the list of an article's versions shows it. */
export interface RevisionLine {
  number: number
  /** who wrote it; "import" where an archive brought it */
  author: string
  createdAt: Date
  /** a RevisionReason, somebody's own words, or the file an import read */
  reason: string
  isImported: boolean
  headline: string
  characterCount: number
  /** how many characters more than the version before it */
  growth: number
  /** what is other than in the version before it; null: there is none before */
  changed: (keyof DraftContent)[] | null
  /** readers see it */
  isLive: boolean
  /** the draft is this text, unchanged since */
  isDraft: boolean
}

/** A revision as a whole. */
export interface FoundRevision
  extends Pick<RevisionLine, 'number' | 'author' | 'createdAt' | 'reason' | 'isImported' | 'isLive' | 'isDraft'> {
  content: DraftContent
  contentHash: string
}
