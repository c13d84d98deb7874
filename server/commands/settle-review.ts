import type { DraftSaved } from '@/newsroom/desk/draft-saved'
import type { ArticleFacts } from '@/newsroom/desk/permission'
import { type ReviewStage, stagesOf, type Workflow, workflowAfter } from '@/newsroom/desk/review'
import { readArticleFacts } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import { notify } from './notify'
import { recordAudit } from './record-audit'

export interface ChangedText {
  /** before the change */
  facts: ArticleFacts
  /** what is live stays, and this begins its next text */
  begins: boolean
  headline: string
}

/** What another text means for an article's reviews: signatures were on the text before, and count no longer. */
export async function settleReview(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { facts, begins, headline }: ChangedText,
): Promise<Pick<DraftSaved, 'workflow' | 'voided'>> {
  const voided = await tx.$queryRaw<{ stage: ReviewStage; staffId: string }[]>`
    UPDATE "Signature" s SET "voidedAt" = clock_timestamp(), "voidReason" = 'edited' FROM "Article" a
    WHERE a."id" = ${articleId} AND s."articleId" = a."id" AND s."round" = a."reviewRound" AND s."voidedAt" IS NULL
    RETURNING s."stage"::text, s."staffId"`
  const workflow = begins ? 'draft' : await workflowOf(tx, articleId, facts.workflow)
  if (workflow !== facts.workflow) {
    await tx.$executeRaw`
      UPDATE "Article" SET "workflow" = ${workflow}::"Workflow",
        "waitingSince" = CASE WHEN ${workflow === 'draft'} THEN NULL ELSE clock_timestamp() END
      WHERE "id" = ${articleId}`
  }
  const stages = voided.map(({ stage }) => stage)
  if (workflow !== facts.workflow || voided.length > 0) {
    await recordAudit(tx, actor, {
      action: begins ? 'article.begin-change' : 'article.void-signatures',
      subject: `article:${articleId}`,
      label: headline,
      before: { workflow: facts.workflow, signed: stages },
      after: { workflow },
    })
  }
  const signers = voided.map(({ staffId }) => staffId).filter((id) => actor.kind !== 'staff' || id !== actor.id)
  await notify(tx, signers, { kind: 'voided', articleId, from: actor.name, text: headline })
  return { workflow, voided: stages }
}

/** What waited for a review or for publication waits for its first review again. */
async function workflowOf(tx: Tx, articleId: string, workflow: Workflow): Promise<Workflow> {
  if (workflow === 'draft' || workflow === 'returned') return workflow
  const facts = await readArticleFacts(tx, articleId)
  return workflowAfter(stagesOf(facts?.stages ?? 3), [])
}
