import { may } from '@/newsroom/desk/permission'
import type { FoundRevision } from '@/newsroom/desk/revision-line'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readRevisionContent } from '@/server/article-content'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'
import { readWorkingDraft } from '@/server/working-draft'

/** One version of an article with its text; null where there is none, or none for whoever asks. */
export async function findRevision(actor: StaffActor, articleId: string, number: number): Promise<FoundRevision | null> {
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'read', facts)) return null
  const draft = await readWorkingDraft(db(), articleId)
  const content = draft && (await readRevisionContent(db(), articleId, number, draft.content))
  const row = await db().revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: {
      author: true,
      createdAt: true,
      reason: true,
      contentHash: true,
      sourceText: true,
      article: { select: { liveRevision: true } },
    },
  })
  if (!content || !row) return null
  const { author, createdAt, reason, contentHash, article } = row
  return {
    ...{ number, author, createdAt, reason, content, contentHash },
    isImported: row.sourceText !== null,
    isLive: facts.publication === 'live' && article.liveRevision === number,
    isDraft: draft.revision === number,
  }
}
