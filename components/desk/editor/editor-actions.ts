import type { MediaActions } from '@/components/desk/media/media-actions'
import type { CommentThread } from '@/newsroom/desk/comment'
import type { Named } from '@/newsroom/desk/editor-article'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { TextQuote } from '@/newsroom/desk/text-quote'

export interface PublishInput {
  /** ISO 8601; left out: now */
  at?: string
  /** 先发后审 */
  urgent?: boolean
}

/** What is not said stays as it is. */
export interface DatesInput {
  /** a day, `2026-11-24` */
  plannedFor?: string | null
  /** ISO 8601 */
  embargoUntil?: string | null
}

export interface WithdrawInput {
  reason: string
  approver: string
  notice: string
}

export interface CommentInput {
  text: string
  /** the passage it is about */
  quote: TextQuote | null
  /** the comment it answers */
  parentId: number | null
}

export interface PreviewLinkLine {
  /** what ends it */
  id: string
  createdByName: string
  expiresAt: Date
}

/** What the editor asks of the server besides saving; the page hands the server's actions over. */
export interface EditorActions {
  submit(articleId: string): Promise<Outcome>
  recall(articleId: string): Promise<Outcome>
  sign(articleId: string, contentHash: string, note: string): Promise<Outcome>
  giveBack(articleId: string, reason: string): Promise<Outcome>
  publish(articleId: string, input: PublishInput): Promise<Outcome>
  cancelSchedule(articleId: string, action: 'publish' | 'unpublish'): Promise<Outcome>
  scheduleUnpublish(articleId: string, at: string): Promise<Outcome>
  setDates(articleId: string, input: DatesInput): Promise<Outcome>
  unpublish(articleId: string): Promise<Outcome>
  withdraw(articleId: string, input: WithdrawInput): Promise<Outcome>
  restore(articleId: string, reason: string): Promise<Outcome>
  correct(articleId: string, input: { wrong: string; right: string }): Promise<Outcome>
  revokeCorrection(correctionId: number, reason: string): Promise<Outcome>
  discard(articleId: string, discarded: boolean): Promise<Outcome>
  saveRevision(articleId: string): Promise<Outcome>
  sharePreview(articleId: string, hours: number): Promise<Outcome<{ path: string }>>
  framePreview(articleId: string): Promise<Outcome<{ path: string }>>
  listPreviews(articleId: string): Promise<Outcome<{ links: PreviewLinkLine[] }>>
  revokePreview(articleId: string, id: string): Promise<Outcome>
  listComments(articleId: string): Promise<Outcome<{ threads: CommentThread[] }>>
  addComment(articleId: string, input: CommentInput): Promise<Outcome>
  resolveComment(commentId: number, resolved: boolean): Promise<Outcome>
  media: MediaActions
  createTag(name: string): Promise<Outcome<Named>>
  createPerson(name: string): Promise<Outcome<Named>>
  createSource(name: string): Promise<Outcome<Named>>
}
