import { MOST_COMMENT_CHARACTERS } from '@/newsroom/desk/comment'
import { mentionsIn } from '@/newsroom/desk/mentions'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { TextQuote } from '@/newsroom/desk/text-quote'
import { legible } from '@/newsroom/html/html-tree'
import { holdArticle } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import { notify } from './notify'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface CommentToAdd {
  articleId: string
  text: string
  /** the passage it is about; null: the whole article, or what is answered */
  quote?: TextQuote | null
  /** the comment it answers */
  parentId?: number | null
}

/** A comment on an article, on a passage of it, or an answer to one. Whoever is called by @name is told, and those it answers. */
export async function addComment(actor: StaffActor, comment: CommentToAdd): Promise<Outcome<{ id: number }>> {
  const { articleId, quote = null, parentId = null } = comment
  const text = legible(comment.text).trim()
  if (text === '' || text.length > MOST_COMMENT_CHARACTERS)
    return refused({ code: 'comment-length', field: 'text', params: { most: MOST_COMMENT_CHARACTERS } })
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'comment', facts)
    if (why) return refused({ code: `denied.${why}` })
    const thread = parentId === null ? null : await tx.comment.findFirst({ where: { id: parentId, articleId } })
    if (parentId !== null && !thread) return refused({ code: 'unknown.parent' })
    // An answer to an answer stands in the same thread.
    const root = thread && (thread.parentId ?? thread.id)
    const { id } = await tx.comment.create({
      data: {
        articleId,
        parentId: root,
        authorId: actor.id,
        text,
        ...(quote && root === null ? { quote: JSON.parse(legible(JSON.stringify(quote))) } : {}),
      },
      select: { id: true },
    })
    // What is answered is a question again.
    if (root !== null) await tx.comment.updateMany({ where: { id: root }, data: { resolvedAt: null, resolvedById: null } })
    await tellOthers(tx, actor, { articleId, text, root, ownerId: facts.ownerId })
    await recordAudit(tx, actor, { action: 'article.comment', subject: `article:${articleId}`, after: { comment: id } })
    return { ok: true, id }
  })
}

interface Told {
  articleId: string
  text: string
  root: number | null
  ownerId: string | null
}

async function tellOthers(tx: Tx, actor: StaffActor, { articleId, text, root, ownerId }: Told): Promise<void> {
  const staff = await tx.staff.findMany({ where: { disabledAt: null }, select: { id: true, name: true } })
  const notice = { articleId, from: actor.name, text }
  const mentioned = mentionsIn(text, staff).filter((id) => id !== actor.id)
  await notify(tx, mentioned, { ...notice, kind: 'mentioned' })
  const thread = root === null ? [] : await tx.comment.findMany({ where: { OR: [{ id: root }, { parentId: root }] } })
  const concerned = [...thread.map(({ authorId }) => authorId), ...(ownerId === null ? [] : [ownerId])]
  await notify(
    tx,
    concerned.filter((id) => id !== actor.id && !mentioned.includes(id)),
    { ...notice, kind: 'commented' },
  )
}
