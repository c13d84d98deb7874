import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { claimEditing, findOtherEditor } from './claim-editing'
import { keepLastSaved } from './cut-revision'
import { ensureDraft } from './ensure-draft'
import { notify } from './notify'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface TakeOver {
  articleId: string
  clientId: string
  /** a word to whoever edits now */
  message: string
}

const MOST_CHARACTERS = 300

/** Makes this tab the one that edits. What the other saved is kept as a revision of theirs, and they are told. */
export async function takeOver(
  actor: StaffActor,
  { articleId, clientId, message }: TakeOver,
): Promise<Outcome<{ version: number; from: string | null }>> {
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'edit', facts)
    if (why) return refused({ code: `denied.${why}` })
    const draft = await ensureDraft(tx, articleId)
    const other = await findOtherEditor(tx, articleId, clientId)
    if (other) {
      await keepLastSaved(tx, articleId, draft, 'take-over')
      const words = message.trim().slice(0, MOST_CHARACTERS)
      const left = { editing: false, takenBy: actor.name, message: words || null }
      await tx.presence.updateMany({ where: { articleId, clientId: other.clientId }, data: left })
      const { headline: label } = draft.content
      if (other.staffId !== actor.id)
        await notify(tx, [other.staffId], { kind: 'taken-over', articleId, from: actor.name, text: words || label })
      await recordAudit(tx, actor, {
        action: 'article.take-over',
        subject: `article:${articleId}`,
        label,
        before: { editor: other.name },
        after: { editor: actor.name, message: words },
      })
    }
    await claimEditing(tx, articleId, clientId, actor.id)
    return { ok: true, version: draft.version, from: other?.name ?? null }
  })
}
