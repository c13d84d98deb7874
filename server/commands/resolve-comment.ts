import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { db } from '@/server/db'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Marks what a comment asked for as done, or opens it again. An answer stands and falls with its comment. */
export async function resolveComment(
  actor: StaffActor,
  { commentId, resolved }: { commentId: number; resolved: boolean },
): Promise<Outcome> {
  const comment = await db().comment.findUnique({ where: { id: commentId }, select: { articleId: true, parentId: true } })
  if (!comment) return refused({ code: 'not-found' })
  const { articleId, parentId } = comment
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'comment', facts)
    if (why) return refused({ code: `denied.${why}` })
    const { count } = await tx.comment.updateMany({
      where: { id: parentId ?? commentId, resolvedAt: resolved ? null : { not: null } },
      data: resolved ? { resolvedAt: new Date(), resolvedById: actor.id } : { resolvedAt: null, resolvedById: null },
    })
    // Whoever asks twice has what they asked for.
    if (count === 0) return { ok: true }
    const action = resolved ? 'article.resolve-comment' : 'article.reopen-comment'
    await recordAudit(tx, actor, { action, subject: `article:${articleId}`, after: { comment: parentId ?? commentId } })
    return { ok: true }
  })
}
