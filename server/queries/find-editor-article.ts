import { denials } from '@/newsroom/desk/denials'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { type CorrectionLine, type EditorArticle, editorArticle, type RevisionLine } from '@/newsroom/desk/editor-article'
import type { ArticleAction, ArticleFacts } from '@/newsroom/desk/permission'
import { stagesOf } from '@/newsroom/desk/review'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { findDraft } from './find-draft'

const NEWEST_REVISIONS = 6
const MOST_CORRECTIONS = 50
const MOST_STAGES = 3

/** An article for the page it is written on; null where there is none, or none for whoever asks. */
export async function findEditorArticle(actor: StaffActor, articleId: string): Promise<EditorArticle | null> {
  const draft = await findDraft(actor, articleId)
  if (!draft) return null
  const [corrections, revisions, hasReviewers] = await Promise.all([
    listCorrectionsOf(articleId),
    listNewest(articleId),
    findReviewers(actor, draft.stages.length),
  ])
  return editorArticle(draft, { corrections, revisions, hasReviewers })
}

/** The same of one that nobody has written a word of: it begins with its first save. */
export async function beginArticle(actor: StaffActor, articleId: string): Promise<EditorArticle> {
  const facts: ArticleFacts = {
    publication: 'unpublished',
    workflow: 'draft',
    ownerId: actor.id,
    writerIds: [actor.id],
    signerIds: [],
    categoryIds: [],
    stages: MOST_STAGES,
    discarded: false,
  }
  const permissions = denials(actor, facts)
  const content: DraftContent = EMPTY_DRAFT
  return {
    ...{ id: articleId, version: 0, content, contentHash: '', workflow: 'draft', publication: 'unpublished' },
    ...{ savedAt: null, publishedAt: null, path: null, plannedFor: null, embargoUntil: null, urgentAt: null, returnReason: null },
    names: { people: [], tags: [], categories: [], sources: [], lead: null },
    ...{
      discarded: false,
      signatures: [],
      schedules: [],
      corrections: [],
      revisions: [],
      isPublished: false,
      openComments: 0,
      problems: [],
    },
    stages: stagesOf(MOST_STAGES),
    hasReviewers: await findReviewers(actor, MOST_STAGES),
    can: (Object.keys(permissions) as ArticleAction[]).filter((action) => permissions[action] === null),
  }
}

async function listCorrectionsOf(articleId: string): Promise<CorrectionLine[]> {
  const rows = await db().correction.findMany({
    where: { articleId },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: MOST_CORRECTIONS,
    select: { id: true, wrong: true, right: true, publishedAt: true, revokedAt: true },
  })
  return rows.map(({ publishedAt, revokedAt, ...line }) => ({
    ...line,
    at: publishedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }))
}

async function listNewest(articleId: string): Promise<RevisionLine[]> {
  const revisions = await db().revision.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    take: NEWEST_REVISIONS,
    select: { number: true, author: true, reason: true, createdAt: true },
  })
  return revisions.map(({ createdAt, ...line }) => ({ ...line, at: createdAt.toISOString() }))
}

/** Whether as many others as there are stages could sign, a chief among them. */
async function findReviewers({ id }: StaffActor, stages: number): Promise<boolean> {
  const others = await db().staff.findMany({
    where: { id: { not: id }, disabledAt: null, role: { not: 'reporter' } },
    select: { role: true },
    take: 1_000,
  })
  return others.length >= stages && (stages === 0 || others.some(({ role }) => role !== 'editor'))
}
