import type { ArticleType, Publication } from '@/newsroom/article'
import type { Workflow } from './review'

/** An article as a row of the desk's table. */
export interface DeskArticleRow {
  id: string
  /** of the text in work, else of what readers see; "": nobody wrote one yet */
  headline: string
  kicker: string
  type: ArticleType
  workflow: Workflow
  publication: Publication
  discarded: boolean
  category: string | null
  source: string | null
  /** whoever began it; null: an import */
  owner: string | null
  bylines: string[]
  touchedAt: Date
  publishedAt: Date | null
  waitingSince: Date | null
  /** `2026-11-24` */
  plannedFor: string | null
  embargoUntil: Date | null
  /** when the next thing is to happen to it */
  scheduledAt: Date | null
  scheduledAction: 'publish' | 'change' | 'unpublish' | null
  /** who has it open and writes */
  editor: string | null
  urgent: boolean
  returnReason: string | null
}

/** One page of the desk's articles. */
export interface DeskList {
  items: DeskArticleRow[]
  /** cursors of the pages on; a page may be short and still have one, where what fits lies far apart */
  older: string | null
  newer: string | null
  count: {
    n: number
    /** there are more than that */
    capped: boolean
    /** as the database's statistics have it */
    about: boolean
  }
}

/** What the labels a filter names are called, merged or not; absent: there is none of this number. */
export interface FilterNames {
  category?: string
  tag?: string
  source?: string
  author?: string
}
