import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Ends a preview link before its time; `id` is as listPreviews tells it. */
export async function revokePreview(actor: StaffActor, { articleId, id }: { articleId: string; id: string }): Promise<Outcome> {
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'share-preview', facts)
    if (why) return refused({ code: `denied.${why}` })
    const { count } = await tx.previewLink.updateMany({
      where: { tokenHash: id, articleId, internal: false, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) return refused({ code: 'not-found' })
    await recordAudit(tx, actor, { action: 'article.revoke-preview', subject: `article:${articleId}` })
    return { ok: true }
  })
}
