import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { newToken, tokenHash } from '@/server/link-token'
import { readWorkingDraft } from '@/server/working-draft'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface PreviewToShare {
  articleId: string
  /** 1 to 720, a month */
  hours: number
}

const MOST_HOURS = 720
const HOUR_MS = 3_600_000

/** A link by which outsiders see the draft for a time. The address is told once: only its hash is kept. */
export async function sharePreview(
  actor: StaffActor,
  { articleId, hours }: PreviewToShare,
): Promise<Outcome<{ path: string; expiresAt: Date }>> {
  if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS)
    return refused({ code: 'preview-hours', field: 'hours', params: { most: MOST_HOURS } })
  return await makeLink(actor, articleId, hours, false)
}

/** The same for the desk's own frame: an hour, in no list and no record. */
export async function openPreview(
  actor: StaffActor,
  { articleId }: { articleId: string },
): Promise<Outcome<{ path: string; expiresAt: Date }>> {
  return await makeLink(actor, articleId, 1, true)
}

async function makeLink(actor: StaffActor, articleId: string, hours: number, internal: boolean) {
  return await transact(async (tx): Promise<Outcome<{ path: string; expiresAt: Date }>> => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, internal ? 'read' : 'share-preview', facts)
    if (why) return refused({ code: `denied.${why}` })
    const draft = await readWorkingDraft(tx, articleId)
    if (!draft || facts.discarded) return refused({ code: 'not-found' })
    const token = newToken()
    const expiresAt = new Date(Date.now() + hours * HOUR_MS)
    await tx.previewLink.createMany({
      data: { tokenHash: tokenHash(token), articleId, createdById: actor.id, internal, expiresAt },
    })
    // What is over need not be kept: nobody lists it, no record names it.
    await tx.previewLink.deleteMany({ where: { articleId, internal: true, expiresAt: { lt: new Date() } } })
    if (!internal) {
      const { headline: label } = draft.content
      await recordAudit(tx, actor, { action: 'article.share-preview', subject: `article:${articleId}`, label, after: { hours } })
    }
    return { ok: true, path: `/preview/${token}`, expiresAt }
  })
}
