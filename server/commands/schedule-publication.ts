import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import { addSchedule } from './add-schedule'
import { cancelSchedules } from './cancel-schedules'
import { type HeldPublication, wasPublic } from './publish-now'
import { recordAudit } from './record-audit'

/** 定时: this very text goes out at that time. Asked for twice, it is scheduled once. Answers the time. */
export async function schedulePublication(
  tx: Tx,
  actor: Actor,
  { articleId, facts, article, text }: HeldPublication,
  at: Date,
): Promise<Date> {
  const action = article.publication === 'live' ? 'change' : 'publish'
  const revision = text.number
  const same = { articleId, action, at, revision, doneAt: null, canceledAt: null, fault: null } as const
  if (await tx.schedule.findFirst({ where: same, select: { id: true } })) return at
  await cancelSchedules(tx, articleId, ['publish', 'change'])
  await addSchedule(tx, actor, { articleId, action, at, revision })
  await tx.$executeRaw`
    UPDATE "Article" SET "workflow" = 'ready', "waitingSince" = NULL, "touchedAt" = clock_timestamp() WHERE "id" = ${articleId}`
  if (!wasPublic(article)) {
    await tx.$executeRaw`
      UPDATE "Article" SET "publication" = 'scheduled', "publishedAt" = ${at}, "liveRevision" = ${revision} WHERE "id" = ${articleId}`
  }
  await recordAudit(tx, actor, {
    action: action === 'change' ? 'article.schedule-change' : 'article.schedule',
    subject: `article:${articleId}`,
    label: text.content.headline,
    before: { publication: article.publication, workflow: facts.workflow },
    after: { action, at: at.toISOString(), revision },
  })
  return at
}
