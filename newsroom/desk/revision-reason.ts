/**
 * Why a text became a revision, where the desk itself knows: texts in messages/desk/…/revisions.json under `reason`. Other
 * reasons are somebody's own words, or the path of the file an import read.
 */
export const REVISION_REASONS = [
  'submit',
  'sign',
  'publish',
  'schedule',
  'correct',
  /** somebody wanted it kept, and gave no reason */
  'save',
  /** a version of before, brought back */
  'restore',
  /** what stood when somebody else took over */
  'take-over',
  /** what stood when somebody else began to write */
  'other-writer',
  /** ten minutes of writing */
  'autosave',
  /** kept beside the draft: it could not be saved over a newer one */
  'kept-aside',
] as const

export type RevisionReason = (typeof REVISION_REASONS)[number]

export const isRevisionReason = (reason: string): reason is RevisionReason =>
  (REVISION_REASONS as readonly string[]).includes(reason)
