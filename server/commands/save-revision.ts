import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { cutRevision } from './cut-revision'
import { recordAudit } from './record-audit'
import { transact } from './transact'

const MOST_CHARACTERS = 200

/** Keeps the draft as a version of its own, for a reason in somebody's own words, or none. */
export async function saveRevision(
  actor: StaffActor,
  { articleId, reason = '' }: { articleId: string; reason?: string },
): Promise<Outcome<{ number: number }>> {
  const words = reason.trim()
  if (words.length > MOST_CHARACTERS)
    return refused({ code: 'revision-reason', field: 'reason', params: { most: MOST_CHARACTERS } })
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'edit', facts)
    if (why) return refused({ code: `denied.${why}` })
    const { number, content } = await cutRevision(tx, actor, articleId, words || 'save')
    const deed = { action: 'article.save-revision', subject: `article:${articleId}`, label: content.headline }
    await recordAudit(tx, actor, { ...deed, after: { revision: number, reason: words } })
    return { ok: true, number }
  })
}
