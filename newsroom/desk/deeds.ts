import type { EditorArticle } from './editor-article'
import type { ArticleAction } from './permission'

/** What can be done to an article beside writing it. */
export type Deed =
  | 'submit'
  | 'sign'
  | 'publish'
  | 'publish-urgent'
  | 'recall'
  | 'return'
  | 'correct'
  | 'unpublish'
  | 'withdraw'
  | 'restore'
  | 'discard'
  | 'recover'

type Standing = Pick<EditorArticle, 'can' | 'workflow' | 'discarded' | 'isPublished' | 'urgentAt' | 'hasReviewers' | 'schedules'>

const NEEDS: Record<Deed, ArticleAction> = {
  submit: 'submit',
  sign: 'review',
  publish: 'publish',
  'publish-urgent': 'publish-urgent',
  recall: 'recall',
  return: 'return',
  correct: 'correct',
  unpublish: 'unpublish',
  withdraw: 'withdraw',
  restore: 'restore',
  discard: 'discard',
  recover: 'discard',
}

function isOpen(deed: Deed, standing: Standing): boolean {
  const { can, discarded, isPublished, urgentAt } = standing
  if (!can.includes(NEEDS[deed])) return false
  switch (deed) {
    case 'discard':
    case 'recover':
      return (deed === 'recover') === discarded
    case 'publish':
    case 'publish-urgent':
      return !isPublished && !isScheduled(standing)
    case 'submit':
      // What went out ahead of its reviews still has them before it.
      return !isPublished || urgentAt !== null
    default:
      return true
  }
}

/** It goes out by itself, unless that failed. */
const isScheduled = ({ workflow, schedules }: Standing) =>
  workflow === 'ready' && schedules.some(({ action, fault }) => action !== 'unpublish' && fault === null)

/**
 * The one thing to do next, and what else can be done. Where nobody else could review it, publishing is next: it is completed
 * later (先发后审).
 */
export function deedsOf(standing: Standing): { next: Deed | null; others: Deed[] } {
  const open = (Object.keys(NEEDS) as Deed[]).filter((deed) => isOpen(deed, standing))
  const order: Deed[] = standing.hasReviewers
    ? ['sign', 'publish', 'submit', 'publish-urgent']
    : ['sign', 'publish', 'publish-urgent', 'submit']
  const isNext = (deed: Deed) => {
    if (deed === 'publish-urgent') return !standing.hasReviewers
    return deed !== 'submit' || standing.hasReviewers || !standing.isPublished
  }
  const next = order.find((deed) => open.includes(deed) && isNext(deed)) ?? null
  return { next, others: open.filter((deed) => deed !== next) }
}
