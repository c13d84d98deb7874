import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { cancelSchedules } from './cancel-schedules'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { tellWriters } from './tell-writers'
import { transact } from './transact'

const LONGEST_REASON = 2_000

/** 退回: to its writer, with a reason; whoever signed in this round has to read it again. */
export async function returnArticle(
  actor: Actor,
  { articleId, reason }: { articleId: string; reason: string },
): Promise<Outcome> {
  const words = reason.trim().slice(0, LONGEST_REASON)
  if (words === '') return refused({ code: 'review.reason-missing', field: 'reason' })
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'return', articleId)
    if (!permit.ok) return permit
    const { workflow } = permit.facts
    const headline = (await readWorkingDraft(tx, articleId))?.content.headline ?? ''
    await cancelSchedules(tx, articleId, ['publish', 'change'])
    await tx.$executeRaw`
      UPDATE "Signature" s SET "voidedAt" = clock_timestamp(), "voidReason" = 'returned' FROM "Article" a
      WHERE a."id" = ${articleId} AND s."articleId" = a."id" AND s."round" = a."reviewRound" AND s."voidedAt" IS NULL`
    await tx.$executeRaw`
      UPDATE "Article" SET "workflow" = 'returned', "returnReason" = ${words}, "waitingSince" = NULL, "touchedAt" = clock_timestamp()
      WHERE "id" = ${articleId}`
    await recordAudit(tx, actor, {
      action: 'article.return',
      subject: `article:${articleId}`,
      label: headline,
      before: { workflow },
      after: { workflow: 'returned', reason: words },
    })
    await tellWriters(tx, actor, permit.facts, { kind: 'returned', articleId, text: words })
    return { ok: true }
  })
}
