import type { DraftContent } from '@/newsroom/desk/draft'
import { wordsOf } from '@/newsroom/desk/draft-body'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { SANITIZER_VERSION } from '@/newsroom/html/html-allow-list'
import type { Tx } from '@/server/db'
import type { WorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { ensureDraft } from './ensure-draft'
import { followMerges } from './follow-merges'
import { recordMediaUse } from './record-media-use'

export interface CutRevision {
  number: number
  contentHash: string
  content: DraftContent
}

/** A revision's headline is never blank: the record of a text that has none yet says so. */
const UNTITLED = '无标题'

/**
 * Makes the draft's text a revision, unless it is one; the article's row is held by the caller. `reason` is a RevisionReason
 * or somebody's own words.
 */
export async function cutRevision(tx: Tx, actor: Actor, articleId: string, reason: string): Promise<CutRevision> {
  const { content, contentHash, revision } = await ensureDraft(tx, articleId)
  if (revision !== null) {
    await tx.article.updateMany({ where: { id: articleId }, data: { draftRevision: revision } })
    return { number: revision, contentHash, content }
  }
  const number = await insertRevision(tx, articleId, content, authorOf(actor), reason)
  await tx.draft.updateMany({ where: { articleId }, data: { revision: number } })
  await tx.article.updateMany({ where: { id: articleId }, data: { draftRevision: number } })
  await recordMediaUse(tx, articleId)
  return { number, contentHash, content }
}

/**
 * Keeps what was saved last as a revision by whoever saved it, unless it is one: before somebody else's text takes its place.
 * Answers its number; null: nobody saved anything yet.
 */
export async function keepLastSaved(tx: Tx, articleId: string, draft: WorkingDraft, reason: string): Promise<number | null> {
  if (!draft.kept || draft.revision !== null) return draft.revision
  const author = { name: draft.savedByName || 'system', staffId: draft.savedById }
  const number = await insertRevision(tx, articleId, draft.content, author, reason)
  await tx.draft.updateMany({ where: { articleId, version: draft.version }, data: { revision: number } })
  await tx.article.updateMany({ where: { id: articleId }, data: { draftRevision: number } })
  return number
}

export interface RevisionAuthor {
  name: string
  staffId: string | null
}

export const authorOf = (actor: Actor): RevisionAuthor => ({
  name: actor.name,
  staffId: actor.kind === 'staff' ? actor.id : null,
})

/** Writes a text down as the article's next revision; answers its number. */
export async function insertRevision(
  tx: Tx,
  articleId: string,
  content: DraftContent,
  { name, staffId }: RevisionAuthor,
  reason: string,
): Promise<number> {
  const { kicker, headline, subhead, standfirst, bodyHtml, bylines } = content
  const last = await tx.revision.aggregate({ where: { articleId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  await tx.revision.createMany({
    data: {
      articleId,
      number,
      headline: headline || UNTITLED,
      kicker: kicker || null,
      subhead: subhead || null,
      standfirst: standfirst || null,
      bodyHtml,
      ...wordsOf(bodyHtml),
      sanitizerVersion: SANITIZER_VERSION,
      contentHash: draftHash(content),
      author: name,
      staffId,
      reason,
      fields: content,
    },
  })
  const people = await followMerges(
    tx,
    'person',
    bylines.map(({ personId }) => personId),
  )
  const rows = bylines.map(({ personId, role }, position) => {
    return { articleId, revision: number, position, personId: people.get(personId) ?? personId, role }
  })
  if (rows.length > 0) await tx.byline.createMany({ data: rows })
  return number
}
