import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { cancelSchedules } from './cancel-schedules'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface ScheduleToCancel {
  articleId: string
  /** `publish`: its publication, or that of its change */
  action: 'publish' | 'unpublish'
}

/** Calls off what was scheduled; what was ready to go out waits for somebody to publish it. */
export async function cancelSchedule(actor: Actor, { articleId, action }: ScheduleToCancel): Promise<Outcome> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'cancel-schedule', articleId)
    if (!permit.ok) return permit
    const { publication } = permit.facts
    const canceled = await cancelSchedules(tx, articleId, action === 'publish' ? ['publish', 'change'] : ['unpublish'])
    const isImported = action === 'publish' && publication === 'scheduled'
    if (canceled.length === 0 && !isImported) return refused({ code: 'schedule.none' })
    await tx.$executeRaw`
      UPDATE "Article" SET "touchedAt" = clock_timestamp(),
        "waitingSince" = CASE WHEN ${action === 'publish'} AND "workflow" = 'ready' THEN clock_timestamp() ELSE "waitingSince" END
      WHERE "id" = ${articleId}`
    await recordAudit(tx, actor, {
      action: 'article.cancel-schedule',
      subject: `article:${articleId}`,
      label: (await readWorkingDraft(tx, articleId))?.content.headline ?? '',
      before: { publication, schedules: canceled.map(({ action: what, at }) => ({ action: what, at: at.toISOString() })) },
    })
    return { ok: true }
  })
}
