import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { publicationTime } from '@/newsroom/desk/publication-time'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { addSchedule } from './add-schedule'
import { cancelSchedules } from './cancel-schedules'
import { databaseNow } from './database-now'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** 定时下线: what is live, or will be, is taken off at a time to come. */
export async function scheduleUnpublish(
  actor: Actor,
  { articleId, at }: { articleId: string; at: Date },
): Promise<Outcome<{ at: Date }>> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'unpublish', articleId)
    if (!permit.ok) return permit
    const now = await databaseNow(tx)
    const { publishedAt } = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { publishedAt: true } })
    if (at <= now) return refused({ code: 'schedule.past', field: 'at' })
    if (publicationTime({ now, at, embargoUntil: null }) === null) return refused({ code: 'schedule.too-far', field: 'at' })
    if (publishedAt !== null && at <= publishedAt) return refused({ code: 'schedule.before-publication', field: 'at' })
    const [replaced] = await cancelSchedules(tx, articleId, ['unpublish'])
    await addSchedule(tx, actor, { articleId, action: 'unpublish', at, revision: null })
    await tx.$executeRaw`UPDATE "Article" SET "touchedAt" = clock_timestamp() WHERE "id" = ${articleId}`
    await recordAudit(tx, actor, {
      action: 'article.schedule-unpublish',
      subject: `article:${articleId}`,
      label: (await readWorkingDraft(tx, articleId))?.content.headline ?? '',
      ...(replaced && { before: { at: replaced.at.toISOString() } }),
      after: { at: at.toISOString() },
    })
    return { ok: true, at }
  })
}
