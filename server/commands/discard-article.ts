import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { readWorkingDraft } from '@/server/working-draft'
import { cancelSchedules } from './cancel-schedules'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** 废稿: out of the desk's lists, its preview links end, nothing of it is scheduled any more. Nothing is deleted. */
export async function discardArticle(actor: StaffActor, { articleId }: { articleId: string }): Promise<Outcome> {
  return await putAside(actor, articleId, true)
}

/** Back from 废稿, as it was. */
export async function recoverArticle(actor: StaffActor, { articleId }: { articleId: string }): Promise<Outcome> {
  return await putAside(actor, articleId, false)
}

async function putAside(actor: StaffActor, articleId: string, discard: boolean): Promise<Outcome> {
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'discard', facts)
    if (why) return refused({ code: `denied.${why}` })
    // Whoever asks twice has what they asked for.
    if (facts.discarded === discard) return { ok: true }
    const now = new Date()
    await tx.article.updateMany({ where: { id: articleId }, data: { discardedAt: discard ? now : null, touchedAt: now } })
    if (discard) {
      await tx.previewLink.updateMany({ where: { articleId, revokedAt: null }, data: { revokedAt: now } })
      await cancelSchedules(tx, articleId, ['publish', 'change', 'unpublish'])
    }
    await recordAudit(tx, actor, {
      action: discard ? 'article.discard' : 'article.recover',
      subject: `article:${articleId}`,
      label: (await readWorkingDraft(tx, articleId))?.content.headline ?? '',
    })
    return { ok: true }
  })
}
