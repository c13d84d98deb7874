import { type Fault, type Outcome, refused } from '@/newsroom/desk/outcome'
import { may } from '@/newsroom/desk/permission'
import { replacedPicture } from '@/newsroom/desk/replaced-picture'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import { readWorkingDraft } from '@/server/working-draft'
import { changeDraft } from './change-draft'
import { holdMedia, mediaLabel } from './hold-media'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { settleContent } from './settle-content'
import { transact } from './transact'

const MOST_ARTICLES = 100

export interface Replacement {
  id: string
  /** the picture that takes over */
  byId: string
}

export type Replaced = Outcome<{
  /** articles whose draft shows the new one */
  changed: number
  /** those of them that readers see, still with the old one, until the new text is published */
  live: number
}>

/**
 * Puts one picture in the place of another, wherever it is used. A picture is part of the text that was signed: so it changes
 * the drafts, voids the signatures on them like any other change, and readers get it when the new text is published. All
 * articles or none: whoever may not edit one of them is told which, if they may read it.
 */
export async function replaceMedia(actor: StaffActor, { id, byId }: Replacement): Promise<Replaced> {
  if (id === byId) return refused({ code: 'media.same' })
  return await transact<Replaced>(async (tx) => {
    const held = await holdMedia(tx, actor, id)
    if (!held.ok) return held
    const by = await tx.media.findUnique({ where: { id: byId } })
    if (!by || by.discardedAt) return refused({ code: 'media.gone' })
    const articles = await usersOf(tx, id)
    if (articles.length > MOST_ARTICLES) return refused({ code: 'media.many-uses', params: { most: MOST_ARTICLES } })
    const errors: Fault[] = []
    let live = 0
    for (const articleId of articles) {
      const changed = await replaceIn(tx, actor, articleId, { id, byId })
      if (!changed.ok) errors.push(...changed.errors)
      else if (changed.live) live++
    }
    if (errors.length > 0) throw new NotAll(errors)
    await tx.media.update({ where: { id }, data: { replacedById: byId }, select: { id: true } })
    await recordAudit(tx, actor, {
      action: 'media.replace',
      subject: `media:${id}`,
      label: mediaLabel(held.media),
      after: { by: byId, articles },
    })
    return { ok: true, changed: articles.length, live }
  }).catch((error: unknown) => {
    if (error instanceof NotAll) return refused(...error.errors)
    throw error
  })
}

/** Undoes what was changed before one was refused. */
class NotAll extends Error {
  constructor(readonly errors: Fault[]) {
    super('not all articles may be changed')
  }
}

/** In one order, whoever replaces what: two of these wait for each other and never for ever. */
async function usersOf(tx: Tx, id: string): Promise<string[]> {
  const users = await tx.$queryRaw<{ id: string }[]>`
    SELECT u."articleId" AS "id" FROM "MediaUse" u WHERE u."mediaId" = ${id}
    UNION SELECT a."id" FROM "Article" a WHERE a."leadMediaId" = ${id} ORDER BY "id" LIMIT ${MOST_ARTICLES + 1}`
  return users.map((user) => user.id)
}

async function replaceIn(
  tx: Tx,
  actor: StaffActor,
  articleId: string,
  { id, byId }: Replacement,
): Promise<Outcome<{ live: boolean }>> {
  const permitted = await permitArticle(tx, actor, 'edit', articleId)
  const draft = await readWorkingDraft(tx, articleId)
  if (!draft) return refused({ code: 'not-found' })
  const { headline } = draft.content
  if (!permitted.ok) return refused(await whyNot(tx, actor, articleId, headline))
  const live = permitted.facts.publication === 'live'
  const wanted = replacedPicture(draft.content, id, byId)
  if (wanted.bodyHtml === draft.content.bodyHtml && wanted.leadMediaId === draft.content.leadMediaId) return { ok: true, live }
  const { content } = await settleContent(tx, wanted, draft.content)
  await changeDraft(tx, actor, { articleId, facts: permitted.facts, draft, content, clientId: null })
  return { ok: true, live }
}

async function whyNot(tx: Tx, actor: StaffActor, articleId: string, headline: string): Promise<Fault> {
  const facts = await readArticleFacts(tx, articleId)
  if (!facts || !may(actor, 'read', facts)) return { code: 'media.others-use' }
  return { code: 'media.not-editable', params: { headline: headline || articleId } }
}
