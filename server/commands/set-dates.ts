import { isPeriod } from '@/newsroom/calendar'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { isPlannable } from '@/newsroom/desk/publication-time'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { databaseNow } from './database-now'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface DatesToSet {
  articleId: string
  /** a day, `2026-11-24`; not said: as it is */
  plannedFor?: string | null | undefined
  embargoUntil?: Date | null | undefined
}

/** The day it is meant for, and the moment before which nothing of it gets out. */
export async function setDates(actor: Actor, { articleId, plannedFor, embargoUntil }: DatesToSet): Promise<Outcome> {
  if (plannedFor && !(plannedFor.length === 10 && isPeriod(plannedFor)))
    return refused({ code: 'dates.no-day', field: 'plannedFor' })
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'edit', articleId)
    if (!permit.ok) return permit
    const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
    const { publication, publishedAt } = article
    if (embargoUntil && !isPlannable(embargoUntil, await databaseNow(tx)))
      return refused({ code: 'schedule.too-far', field: 'embargoUntil' })
    if (embargoUntil && publication === 'live') return refused({ code: 'dates.already-public', field: 'embargoUntil' })
    if (embargoUntil && publication === 'scheduled' && publishedAt && publishedAt < embargoUntil)
      return refused({ code: 'publication.before-embargo', field: 'embargoUntil' })
    const dates = {
      ...(plannedFor !== undefined && { plannedFor: plannedFor === null ? null : new Date(`${plannedFor}T00:00:00Z`) }),
      ...(embargoUntil !== undefined && { embargoUntil }),
    }
    await tx.article.updateMany({ where: { id: articleId }, data: dates })
    await tx.$executeRaw`UPDATE "Article" SET "touchedAt" = clock_timestamp() WHERE "id" = ${articleId}`
    await recordAudit(tx, actor, {
      action: 'article.set-dates',
      subject: `article:${articleId}`,
      label: (await readWorkingDraft(tx, articleId))?.content.headline ?? '',
      before: datesOf(article),
      after: datesOf({ ...article, ...dates }),
    })
    return { ok: true }
  })
}

const datesOf = ({ plannedFor, embargoUntil }: { plannedFor: Date | null; embargoUntil: Date | null }) => ({
  plannedFor: plannedFor?.toISOString().slice(0, 10) ?? null,
  embargoUntil: embargoUntil?.toISOString() ?? null,
})
