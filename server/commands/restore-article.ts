import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readStandingText } from '@/server/article-content'
import { publishTags } from '@/server/bus'
import { announceArticles } from './announce-articles'
import { placesOf, tagsOfPlaces } from './article-tags'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { tellWriters } from './tell-writers'
import { transact } from './transact'

/** 恢复: a withdrawal undone by the same rule, with a reason. The text that was withdrawn is back at its address. */
export async function restoreArticle(
  actor: StaffActor,
  { articleId, reason }: { articleId: string; reason: string },
): Promise<Outcome> {
  const words = reason.trim().slice(0, 2_000)
  if (words === '') return refused({ code: 'withdraw.reason-missing', field: 'reason' })
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'restore', articleId)
    if (!permit.ok) return permit
    await tx.$executeRaw`
      UPDATE "Withdrawal" SET "undoneAt" = clock_timestamp(), "undoneBy" = ${actor.name}, "undoReason" = ${words}
      WHERE "articleId" = ${articleId} AND "undoneAt" IS NULL`
    await tx.$executeRaw`
      UPDATE "Article" SET "publication" = 'live', "touchedAt" = clock_timestamp(), "version" = "version" + 1,
        "embargoUntil" = CASE WHEN "embargoUntil" <= "publishedAt" THEN "embargoUntil" END
      WHERE "id" = ${articleId}`
    await publishTags(tx, await tagsOfPlaces(tx, await placesOf(tx, [articleId])))
    await announceArticles(tx, [{ articleId, kind: 'published' }])
    const headline = (await readStandingText(tx, articleId))?.content.headline ?? ''
    await recordAudit(tx, actor, {
      action: 'article.restore',
      subject: `article:${articleId}`,
      label: headline,
      before: { publication: 'withdrawn' },
      after: { publication: 'live', reason: words },
    })
    await tellWriters(tx, actor, permit.facts, { kind: 'published', articleId, text: headline })
    return { ok: true }
  })
}
