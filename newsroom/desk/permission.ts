import type { Publication } from '@/newsroom/article'
import { stageOf, type Workflow } from './review'
import { atLeast, type DeskMember, type Role } from './staff'

/** What of an article decides who may do what with it. */
export interface ArticleFacts {
  publication: Publication
  workflow: Workflow
  /** whoever began it; null: an import */
  ownerId: string | null
  /** who changed the text in this round: they may not review it */
  writerIds: readonly string[]
  /** who holds a signature of this round */
  signerIds: readonly string[]
  /** its own category first; empty while it has none */
  categoryIds: readonly number[]
  /** how many reviews its own category asks for, 0 to 3 */
  stages: number
  discarded: boolean
}

export type ArticleAction =
  | 'read'
  | 'comment'
  | 'edit'
  | 'submit'
  | 'recall'
  | 'review'
  | 'return'
  | 'publish'
  | 'publish-urgent'
  | 'cancel-schedule'
  | 'unpublish'
  | 'withdraw'
  | 'restore'
  | 'correct'
  | 'label'
  | 'discard'
  | 'share-preview'

export type DeskAction =
  | 'create-article'
  | 'upload-media'
  | 'manage-media'
  | 'create-tag'
  | 'create-person'
  | 'create-source'
  | 'manage-taxonomy'
  | 'manage-front-page'
  | 'manage-staff'
  | 'manage-site'
  | 'manage-tokens'
  | 'read-audit'

/** Why not; each is a text in faults.json under `denied`. */
export type Denial = 'role' | 'desk' | 'not-yours' | 'own-text' | 'signed-already' | 'state'

const FOR_DESK: Record<DeskAction, Role> = {
  'create-article': 'reporter',
  'upload-media': 'reporter',
  'create-tag': 'reporter',
  'create-person': 'reporter',
  'create-source': 'reporter',
  'manage-media': 'editor',
  'manage-taxonomy': 'chief',
  'manage-front-page': 'editor',
  'manage-staff': 'administrator',
  'manage-site': 'administrator',
  'manage-tokens': 'administrator',
  'read-audit': 'chief',
}

/** Whether somebody may do what concerns no single article. */
export const mayAtDesk = (member: DeskMember, action: DeskAction): boolean => atLeast(member.role, FOR_DESK[action])

/** Why somebody may not do something with an article; null: they may. */
export function denial(member: DeskMember, action: ArticleAction, article: ArticleFacts): Denial | null {
  return RULES[action]({ member, article, isEditor: atLeast(member.role, 'editor'), isOwn: isOwn(member, article) })
}

export const may = (member: DeskMember, action: ArticleAction, article: ArticleFacts): boolean =>
  denial(member, action, article) === null

interface Case {
  member: DeskMember
  article: ArticleFacts
  isEditor: boolean
  isOwn: boolean
}
type Rule = (given: Case) => Denial | null

const isOwn = (member: DeskMember, { ownerId, writerIds }: ArticleFacts) => ownerId === member.id || writerIds.includes(member.id)

/** An administrator sees the whole paper; an article without a category is everybody's who edits. */
function outsideDesk({ member: { role, desk }, article: { categoryIds } }: Case): boolean {
  const [own] = categoryIds
  return role !== 'administrator' && desk !== null && own !== undefined && !desk.includes(own)
}

const isDeskEditor = (given: Case) => given.isEditor && !outsideDesk(given)
const isWritten = ({ article: { workflow } }: Case) => workflow === 'draft' || workflow === 'returned'
const isInReview = ({ article: { workflow } }: Case) => stageOf(workflow) !== null
/** 已见报, and no signed change of it waits: a new edit begins a draft of its own. */
export const isSettled = ({ workflow, publication, signerIds }: ArticleFacts): boolean =>
  workflow === 'ready' && publication === 'live' && signerIds.length === 0

/** Whose words a text is once this person changed it: in a review, too. What follows 见报 is a text of its own. */
export function writersAfter(article: ArticleFacts, writerId: string): string[] {
  return [...new Set([...(isSettled(article) ? [] : article.writerIds), writerId])]
}

/** An article's own writer, or an editor of its desk. */
const ownOrDesk: Rule = (given) => {
  if (given.isOwn) return null
  if (!given.isEditor) return 'not-yours'
  return outsideDesk(given) ? 'desk' : null
}

/** Somebody of this role or a higher one, at the article's desk. */
const ofDesk =
  (least: Role): Rule =>
  (given) => {
    if (!atLeast(given.member.role, least)) return 'role'
    return outsideDesk(given) ? 'desk' : null
  }

const inState =
  (rule: Rule, holds: (given: Case) => boolean): Rule =>
  (given) =>
    rule(given) ?? (holds(given) ? null : 'state')

const mayEdit: Rule = (given) => {
  const { article } = given
  if (article.discarded || article.publication === 'withdrawn') return ownOrDesk(given) ?? 'state'
  if (isDeskEditor(given)) return null
  return ownOrDesk(given) ?? (isWritten(given) || isSettled(given.article) ? null : 'state')
}

/** 四眼: not one's own words, not twice, and 终审 is a chief's. Whoever mends a text while reviewing it has words of their own in it. */
const mayReview: Rule = (given) => {
  const { member, article } = given
  const stage = stageOf(article.workflow)
  const who = ofDesk(stage === 'final' ? 'chief' : 'editor')(given)
  if (who) return who
  if (stage === null || !isSound(given)) return 'state'
  if (article.writerIds.includes(member.id) || article.ownerId === member.id) return 'own-text'
  return article.signerIds.includes(member.id) ? 'signed-already' : null
}

const isPublic = ({ article: { publication } }: Case) => publication === 'live'
const needsNoReview = ({ article: { stages } }: Case) => stages === 0
/** 签发: a chief's, where nothing is reviewed an editor's. */
const ofPublisher: Rule = (given) => ofDesk(needsNoReview(given) ? 'editor' : 'chief')(given)
const isSound = ({ article }: Case) => !article.discarded && article.publication !== 'withdrawn'

const RULES: Record<ArticleAction, Rule> = {
  read: (given) => (isPublic(given) ? null : ownOrDesk(given)),
  comment: (given) => (isPublic(given) ? null : ownOrDesk(given)),
  edit: mayEdit,
  submit: inState(ownOrDesk, (given) => isWritten(given) && isSound(given)),
  recall: inState(ownOrDesk, (given) => isInReview(given) && isSound(given)),
  review: mayReview,
  return: inState(
    ofDesk('editor'),
    (given) => isSound(given) && (isInReview(given) || (given.article.workflow === 'ready' && !isSettled(given.article))),
  ),
  publish: inState(ofPublisher, (given) => isSound(given) && (given.article.workflow === 'ready' || needsNoReview(given))),
  'cancel-schedule': ofPublisher,
  'publish-urgent': inState(ofDesk('chief'), (given) => isSound(given) && given.article.workflow !== 'ready'),
  unpublish: inState(ofDesk('chief'), ({ article: { publication } }) => publication === 'live' || publication === 'scheduled'),
  withdraw: inState(ofDesk('chief'), isPublic),
  restore: inState(ofDesk('chief'), ({ article: { publication } }) => publication === 'withdrawn'),
  correct: inState(ofDesk('editor'), isPublic),
  label: inState(ofDesk('editor'), isSound),
  discard: inState(
    ownOrDesk,
    (given) =>
      given.article.publication === 'unpublished' && (isWritten(given) || isDeskEditor(given) || given.article.discarded),
  ),
  'share-preview': ownOrDesk,
}
