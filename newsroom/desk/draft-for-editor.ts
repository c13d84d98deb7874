import type { Publication } from '@/newsroom/article'
import type { DraftContent } from './draft'
import type { Fault } from './outcome'
import type { ArticleAction, ArticleFacts, Denial } from './permission'
import type { PickedMedia } from './picked-media'
import type { ReviewStage, Workflow } from './review'

/** Something chosen by its id, and what it is called. */
interface Named {
  id: number
  name: string
}

/** What the ids of a draft are called, in the draft's order; what does not exist any more is left out. */
export interface DraftLabels {
  people: Named[]
  /** with the names of all above it, topmost first, its own last */
  categories: (Named & { path: string[] })[]
  tags: Named[]
  source: Named | null
  leadMedia: PickedMedia | null
}

/** Everything an editor's page needs of an article. */
export interface DraftForEditor {
  id: string
  /** what the next save must name */
  version: number
  content: DraftContent
  /** what a signature would be bound to */
  contentHash: string
  savedAt: Date
  /** "" where nobody changed it since it was imported or published */
  savedByName: string
  labels: DraftLabels
  facts: ArticleFacts
  publication: Publication
  workflow: Workflow
  createdByName: string | null
  publishedAt: Date | null
  /** where readers find it, while they do */
  path: string | null
  /** a day, `2026-11-24` */
  plannedFor: string | null
  embargoUntil: Date | null
  urgentAt: Date | null
  waitingSince: Date | null
  returnReason: string | null
  reviewRound: number
  /** what its category asks for */
  stages: readonly ReviewStage[]
  /** of this round, oldest first */
  signatures: { stage: ReviewStage; name: string; at: Date; note: string | null; valid: boolean }[]
  /** still to come, soonest first; those with a fault need a person */
  schedules: {
    id: number
    action: 'publish' | 'change' | 'unpublish'
    at: Date
    createdByName: string | null
    fault: string | null
  }[]
  /** hash of what readers see; null: they see nothing of it. Other than contentHash: the draft has changes they do not see */
  liveHash: string | null
  /** the tags readers find it by; null: they see nothing of it */
  liveTagIds: number[] | null
  /** open comments */
  openComments: number
  /** why whoever asks may not do each thing; null: they may */
  permissions: Record<ArticleAction, Denial | null>
  /** what stands in the way of its publication */
  problems: Fault[]
}
