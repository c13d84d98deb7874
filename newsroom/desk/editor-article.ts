import type { Publication } from '@/newsroom/article'
import type { DraftContent } from './draft'
import type { DraftForEditor } from './draft-for-editor'
import type { Fault } from './outcome'
import type { ArticleAction } from './permission'
import type { PickedMedia } from './picked-media'
import type { ReviewStage, Workflow } from './review'

/** Somebody or something chosen by its id, and what it is called. */
export interface Named {
  id: number
  name: string
}

/** What the ids of a draft are called. */
export interface DraftNames {
  people: Named[]
  tags: Named[]
  categories: Named[]
  sources: Named[]
  lead: PickedMedia | null
}

export interface SignatureLine {
  stage: ReviewStage
  name: string
  at: string
  note: string | null
}

export interface ScheduleLine {
  action: 'publish' | 'change' | 'unpublish'
  at: string
  /** why it could not be done */
  fault: string | null
}

export interface CorrectionLine {
  id: number
  wrong: string
  right: string
  at: string
  /** taken back: readers do not see it any more */
  revokedAt: string | null
}

export interface RevisionLine {
  number: number
  author: string
  reason: string
  at: string
}

/** An article as the page of its editor holds it: plain JSON, instants in ISO 8601. */
export interface EditorArticle {
  id: string
  /** 0: nobody has saved it yet */
  version: number
  content: DraftContent
  /** what a signature would be bound to */
  contentHash: string
  savedAt: string | null
  names: DraftNames
  workflow: Workflow
  publication: Publication
  publishedAt: string | null
  /** where readers find it, while they do */
  path: string | null
  /** a day, `2026-11-24` */
  plannedFor: string | null
  embargoUntil: string | null
  /** 快讯: live before its reviews were complete */
  urgentAt: string | null
  discarded: boolean
  returnReason: string | null
  stages: readonly ReviewStage[]
  /** those that stand */
  signatures: SignatureLine[]
  schedules: ScheduleLine[]
  /** the newest first */
  corrections: CorrectionLine[]
  /** the newest few */
  revisions: RevisionLine[]
  /** the text, its tags with it, is the one readers see */
  isPublished: boolean
  /** whether enough others work here to review it */
  hasReviewers: boolean
  openComments: number
  /** what whoever asks may do now */
  can: ArticleAction[]
  /** what stands in the way of its publication */
  problems: Fault[]
}

interface Around {
  corrections: CorrectionLine[]
  revisions: RevisionLine[]
  hasReviewers: boolean
}

const iso = (instant: Date | null) => instant?.toISOString() ?? null

/** What queries found of an article, as its editor holds it. */
export function editorArticle(draft: DraftForEditor, { corrections, revisions, hasReviewers }: Around): EditorArticle {
  const { id, version, content, contentHash, workflow, publication, path, plannedFor, returnReason, stages, labels, facts } =
    draft
  const { openComments, problems, liveHash, liveTagIds } = draft
  return {
    ...{
      id,
      version,
      content,
      contentHash,
      workflow,
      publication,
      path,
      plannedFor,
      returnReason,
      stages,
      openComments,
      problems,
    },
    names: {
      people: labels.people,
      tags: labels.tags,
      categories: labels.categories.map(({ id: categoryId, path: above }) => ({ id: categoryId, name: above.join(' › ') })),
      sources: labels.source ? [labels.source] : [],
      lead: labels.leadMedia,
    },
    savedAt: iso(draft.savedAt),
    publishedAt: iso(draft.publishedAt),
    embargoUntil: iso(draft.embargoUntil),
    urgentAt: iso(draft.urgentAt),
    discarded: facts.discarded,
    signatures: draft.signatures
      .filter(({ valid }) => valid)
      .map(({ stage, name, at, note }) => ({ stage, name, at: at.toISOString(), note })),
    schedules: draft.schedules.map(({ action, at, fault }) => ({ action, at: at.toISOString(), fault })),
    corrections,
    revisions,
    isPublished: liveHash === contentHash && liveTagIds?.join() === content.tagIds.join(),
    hasReviewers,
    can: (Object.keys(draft.permissions) as ArticleAction[]).filter((action) => draft.permissions[action] === null),
  }
}
