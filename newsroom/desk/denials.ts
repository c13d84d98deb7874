import { type ArticleAction, type ArticleFacts, type Denial, denial } from './permission'
import type { DeskMember } from './staff'

/** Every action on an article, for whoever wants to know of all: the compiler sees that none is missing. */
const ACTIONS: Record<ArticleAction, true> = {
  read: true,
  comment: true,
  edit: true,
  submit: true,
  recall: true,
  review: true,
  return: true,
  publish: true,
  'publish-urgent': true,
  'cancel-schedule': true,
  unpublish: true,
  withdraw: true,
  restore: true,
  correct: true,
  label: true,
  discard: true,
  'share-preview': true,
}

/** Why somebody may not do each thing with an article; null: they may. */
export function denials(member: DeskMember, article: ArticleFacts): Record<ArticleAction, Denial | null> {
  const all = (Object.keys(ACTIONS) as ArticleAction[]).map((action) => [action, denial(member, action, article)])
  return Object.fromEntries(all)
}
