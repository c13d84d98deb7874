import type { DraftContent } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { readWorkingDraft } from '@/server/working-draft'
import { authorOf, insertRevision, keepLastSaved } from './cut-revision'
import { recordAudit } from './record-audit'
import { settleContent } from './settle-content'
import { transact } from './transact'

export interface TextToKeep {
  articleId: string
  content: DraftContent
  /** a RevisionReason or somebody's own words */
  reason: string
}

/**
 * Keeps a text that cannot be saved over a newer one: a revision by whoever wrote it, which is not the draft. Also where the
 * article has meanwhile moved on to its reviews, and without labels that are gone: no word is lost for them.
 */
export async function keepTextAside(
  actor: StaffActor,
  { articleId, content, reason }: TextToKeep,
): Promise<Outcome<{ number: number }>> {
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'edit', facts)
    if (why && why !== 'state') return refused({ code: `denied.${why}` })
    const settled = await settleContent(tx, content, null)
    const contentHash = draftHash(settled.content)
    // The answer may have been lost: the same text of the same person is kept once.
    const kept = await tx.revision.findFirst({
      where: { articleId, contentHash, staffId: actor.id },
      orderBy: { number: 'desc' },
    })
    if (kept) return { ok: true, number: kept.number }
    const draft = await readWorkingDraft(tx, articleId)
    if (draft?.contentHash === contentHash) {
      // What stands, before it is replaced: it stays the version of whoever saved it.
      const standing = await keepLastSaved(tx, articleId, draft, 'other-writer')
      if (standing !== null) return { ok: true, number: standing }
    }
    const number = await insertRevision(tx, articleId, settled.content, authorOf(actor), reason || 'kept-aside')
    await recordAudit(tx, actor, {
      action: 'article.keep-aside',
      subject: `article:${articleId}`,
      label: settled.content.headline,
      after: { revision: number },
    })
    return { ok: true, number }
  })
}
