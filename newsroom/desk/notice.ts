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
