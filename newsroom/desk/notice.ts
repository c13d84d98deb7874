/** What concerns one person at the desk. Texts: messages/desk/…/notices.json. */
export type NoticeKind =
  | 'mentioned'
  | 'commented'
  | 'submitted'
  | 'returned'
  | 'signed'
  | 'voided'
  | 'published'
  | 'withdrawn'
  | 'taken-over'
  | 'late'
  | 'webhook-off'

/** A notice as somebody reads it. */
export interface NoticeLine {
  id: number
  kind: NoticeKind
  articleId: string | null
  /** the article's headline as its draft has it, else as readers see it */
  headline: string | null
  from: string | null
  text: string | null
  at: Date
  read: boolean
}
