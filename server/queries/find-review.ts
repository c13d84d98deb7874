import { isArticleId } from '@/newsroom/article-id'
import type { ReturnShown, Review } from '@/newsroom/desk/article-review'
import { may } from '@/newsroom/desk/permission'
import { stageOf, stagesOf } from '@/newsroom/desk/review'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'
import { findReviewers } from '@/server/reviewers'
import { readWorkingDraft } from '@/server/working-draft'

/** Null where there is no such article, or none for whoever asks. */
export async function findReview(actor: StaffActor, articleId: string): Promise<Review | null> {
  if (!isArticleId(articleId)) return null
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'read', facts)) return null
  const [article, draft, reviewerIds, returns] = await Promise.all([
    db().article.findUnique({
      where: { id: articleId },
      select: {
        waitingSince: true,
        urgentAt: true,
        reviewRound: true,
        signatures: { include: { staff: { select: { name: true } } }, orderBy: { id: 'asc' } },
      },
    }),
    readWorkingDraft(db(), articleId),
    findReviewers(db(), facts),
    listReturns(articleId),
  ])
  if (!article || !draft) return null
  const { waitingSince, urgentAt, reviewRound: round } = article
  const signatures = article.signatures.map(({ staff, signedAt, contentHash, ...signature }) => ({
    stage: signature.stage,
    round: signature.round,
    name: staff.name,
    at: signedAt,
    note: signature.note,
    revision: signature.revision,
    valid: signature.round === round && signature.voidedAt === null && contentHash === draft.contentHash,
    voidedAt: signature.voidedAt,
    voidReason: signature.voidReason,
  }))
  const reviewers = await db().staff.findMany({
    where: { id: { in: reviewerIds } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return {
    articleId,
    headline: draft.content.headline,
    workflow: facts.workflow,
    publication: facts.publication,
    round,
    stages: stagesOf(facts.stages).map((stage) => ({
      stage,
      signature: signatures.find((signature) => signature.stage === stage && signature.valid) ?? null,
    })),
    waitingFor: stageOf(facts.workflow),
    waitingSince,
    urgentAt,
    reviewers,
    signatures,
    returns,
    contentHash: draft.contentHash,
  }
}

/** The record knows every one; the article itself only the last. */
async function listReturns(articleId: string): Promise<ReturnShown[]> {
  const entries = await db().auditEntry.findMany({
    where: { subject: `article:${articleId}`, action: 'article.return' },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ actorName, at, after }) => ({ name: actorName, at, reason: reasonOf(after) }))
}

function reasonOf(after: unknown): string {
  const reason = after !== null && typeof after === 'object' && 'reason' in after ? after.reason : ''
  return typeof reason === 'string' ? reason : ''
}
