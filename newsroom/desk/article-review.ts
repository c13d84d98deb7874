import type { Publication } from '@/newsroom/article'
import type { ReviewStage, Workflow } from './review'

export interface SignatureShown {
  stage: ReviewStage
  round: number
  name: string
  at: Date
  note: string | null
  revision: number
  /** it counts: in the present round, not void, on the text as it is */
  valid: boolean
  voidedAt: Date | null
  /** `edited` or `returned` */
  voidReason: string | null
}

export interface ReturnShown {
  name: string
  at: Date
  reason: string
}

/** Everything about the reviews of an article. */
export interface Review {
  articleId: string
  headline: string
  workflow: Workflow
  publication: Publication
  round: number
  /** the stages its category asks for, each with the signature that counts */
  stages: { stage: ReviewStage; signature: SignatureShown | null }[]
  waitingFor: ReviewStage | null
  waitingSince: Date | null
  /** 快讯: live before its reviews were complete */
  urgentAt: Date | null
  /** who may sign now, but for whoever wrote it or signed already */
  reviewers: { id: string; name: string }[]
  /** all that were ever set, void ones too, in their order */
  signatures: SignatureShown[]
  returns: ReturnShown[]
  /** of the text as it is: what a signature names */
  contentHash: string
}
