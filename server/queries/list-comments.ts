import { type CommentLine, type CommentThread, textQuote } from '@/newsroom/desk/comment'
import { may } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'

/** The comments on an article: open ones first, each kind oldest first. None for whoever may not read it. */
export async function listComments(actor: StaffActor, articleId: string): Promise<CommentThread[]> {
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'comment', facts)) return []
  const named = { select: { name: true } } as const
  const comments = await db().comment.findMany({
    where: { articleId },
    include: { author: named, resolvedBy: named },
    orderBy: { id: 'asc' },
  })
  const lineOf = ({ id, authorId, author, text, createdAt }: (typeof comments)[number]): CommentLine => {
    return { id, authorId, authorName: author.name, text, at: createdAt }
  }
  const threads = comments
    .filter(({ parentId }) => parentId === null)
    .map(
      (comment): CommentThread => ({
        ...lineOf(comment),
        quote: textQuote.safeParse(comment.quote).data ?? null,
        resolvedAt: comment.resolvedAt,
        resolvedByName: comment.resolvedBy?.name ?? null,
        replies: comments.filter(({ parentId }) => parentId === comment.id).map(lineOf),
      }),
    )
  return threads.toSorted((one, other) => Number(one.resolvedAt !== null) - Number(other.resolvedAt !== null))
}
