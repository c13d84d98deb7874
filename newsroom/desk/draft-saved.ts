import type { DraftContent } from './draft'
import type { Fault } from './outcome'
import type { ReviewStage, Workflow } from './review'

/** What a save came to. */
export interface DraftSaved {
  /** what the next save must name */
  version: number
  savedAt: Date
  contentHash: string
  workflow: Workflow
  /** whose signatures no longer hold: they were on another text */
  voided: ReviewStage[]
}

/** The text that stands, told to whoever saved on top of an older one. */
export interface CurrentDraft {
  version: number
  content: DraftContent
  savedByName: string
  savedAt: Date
  /** saved from the very tab that asks: its answer was lost, nobody else wrote since */
  own: boolean
}

export type SaveOutcome = ({ ok: true } & DraftSaved) | { ok: false; errors: Fault[]; current?: CurrentDraft }
