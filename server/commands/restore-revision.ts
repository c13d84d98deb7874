import type { DraftSaved } from '@/newsroom/desk/draft-saved'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readRevisionContent } from '@/server/article-content'
import { holdArticle } from '@/server/article-facts'
import { readWorkingDraft } from '@/server/working-draft'
import { changeDraft } from './change-draft'
import { findOtherEditor } from './claim-editing'
import { cutRevision, keepLastSaved } from './cut-revision'
import { recordAudit } from './record-audit'
import { settleContent } from './settle-content'
import { transact } from './transact'

export interface RevisionToRestore {
  articleId: string
  number: number
  /** the draft as whoever asks saw it */
  baseVersion: number
  /** of the tab, where it is the one that edits */
  clientId: string | null
}

/** Makes an older text the draft again: as a new version, after what stood was kept as one. Its tags stay as they are now. */
export async function restoreRevision(
  actor: StaffActor,
  restore: RevisionToRestore,
): Promise<Outcome<DraftSaved & { number: number }>> {
  const { articleId, number, baseVersion, clientId } = restore
  return await transact(async (tx): Promise<Outcome<DraftSaved & { number: number }>> => {
    const facts = await holdArticle(tx, articleId)
    const draft = facts && (await readWorkingDraft(tx, articleId))
    if (!draft) return refused({ code: 'not-found' })
    const why = denial(actor, 'edit', facts)
    if (why) return refused({ code: `denied.${why}` })
    const editor = await findOtherEditor(tx, articleId, clientId)
    if (editor && editor.staffId !== actor.id) return refused({ code: 'being-edited', params: { name: editor.name } })
    if (draft.version !== baseVersion) return refused({ code: 'stale' })
    const older = await readRevisionContent(tx, articleId, number, draft.content)
    if (!older) return refused({ code: 'not-found' })
    // Labels may have been merged or gone since: what is left of them comes back.
    const { content } = await settleContent(tx, older, older)
    await keepLastSaved(tx, articleId, draft, 'autosave')
    const kept = await readWorkingDraft(tx, articleId)
    const saved = kept && (await changeDraft(tx, actor, { articleId, facts, draft: kept, content, clientId }))
    if (!saved) return refused({ code: 'stale' })
    const cut = await cutRevision(tx, actor, articleId, 'restore')
    await recordAudit(tx, actor, {
      action: 'article.restore-revision',
      subject: `article:${articleId}`,
      label: content.headline,
      after: { restored: number, revision: cut.number },
    })
    return { ok: true, ...saved, number: cut.number }
  })
}
