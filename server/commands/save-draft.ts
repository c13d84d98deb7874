import { isArticleId } from '@/newsroom/article-id'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import type { CurrentDraft, DraftSaved, SaveOutcome } from '@/newsroom/desk/draft-saved'
import { refused } from '@/newsroom/desk/outcome'
import { type ArticleFacts, denial, mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import { config } from '@/server/config'
import type { Tx } from '@/server/db'
import { readWorkingDraft, type WorkingDraft } from '@/server/working-draft'
import { changeDraft } from './change-draft'
import { claimEditing, findOtherEditor } from './claim-editing'
import { mirrorLabels } from './mirror-labels'
import { insertDraft } from './put-draft'
import { recordAudit } from './record-audit'
import { recordMediaUse } from './record-media-use'
import { settleContent } from './settle-content'
import { transact } from './transact'

export interface DraftToSave {
  articleId: string
  /** of the tab */
  clientId: string
  /** the version the text was written on; 0: a new article of this id */
  baseVersion: number
  content: DraftContent
}

/**
 * Saves what somebody writes. An older version never wins: whoever saves on one is told what stands. Saving the same text
 * twice is no conflict, since an answer may get lost on its way.
 */
export async function saveDraft(actor: StaffActor, save: DraftToSave): Promise<SaveOutcome> {
  if (!isArticleId(save.articleId)) return refused({ code: 'invalid-id' })
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, save.articleId)
    if (facts) return await saveOn(tx, actor, save, facts)
    if (save.baseVersion !== 0) return refused({ code: 'not-found' })
    if (!mayAtDesk(actor, 'create-article')) return refused({ code: 'denied.role' })
    const made = await create(tx, actor, save)
    if (made) return made
    // Somebody was quicker with this id, most likely the same tab a moment ago.
    const theirs = await holdArticle(tx, save.articleId)
    return theirs ? await saveOn(tx, actor, save, theirs) : refused({ code: 'not-found' })
  })
}

async function saveOn(tx: Tx, actor: StaffActor, save: DraftToSave, facts: ArticleFacts): Promise<SaveOutcome> {
  const { articleId, clientId, baseVersion } = save
  const why = denial(actor, 'edit', facts)
  if (why) return refused({ code: `denied.${why}` })
  const draft = await readWorkingDraft(tx, articleId)
  if (!draft) return refused({ code: 'not-found' })
  const { content, errors } = await settleContent(tx, save.content, draft.content)
  const isSame = draftHash(content) === draft.contentHash && content.tagIds.join() === draft.content.tagIds.join()
  if (isSame && errors.length === 0) return { ok: true, ...unchanged(draft, facts) }
  const editor = await findOtherEditor(tx, articleId, clientId)
  if (editor) return { ...refused(await takenBy(tx, articleId, clientId, editor.name)), current: currentOf(draft, clientId) }
  if (draft.version !== baseVersion) return { ...refused({ code: 'stale' }), current: currentOf(draft, clientId) }
  if (errors.length > 0) return refused(...errors)
  const saved = await changeDraft(tx, actor, { articleId, facts, draft, content, clientId })
  if (!saved) return refused({ code: 'stale' })
  await claimEditing(tx, articleId, clientId, actor.id)
  return { ok: true, ...saved }
}

/** Who has the article now, with the word they left for this tab. */
async function takenBy(tx: Tx, articleId: string, clientId: string, name: string) {
  const presence = await tx.presence.findUnique({ where: { articleId_clientId: { articleId, clientId } } })
  return { code: 'taken-over', params: { name, message: presence?.message ?? '' } }
}

const unchanged = ({ version, savedAt, contentHash }: WorkingDraft, { workflow }: ArticleFacts): DraftSaved => ({
  version,
  savedAt,
  contentHash,
  workflow,
  voided: [],
})

const currentOf = ({ version, content, savedByName, savedAt, savedByClient }: WorkingDraft, clientId: string): CurrentDraft => ({
  version,
  content,
  savedByName,
  savedAt,
  own: savedByClient === clientId,
})

/** A new article; null: there is one of this id. */
async function create(tx: Tx, actor: StaffActor, save: DraftToSave): Promise<SaveOutcome | null> {
  const { articleId, clientId } = save
  const { content, errors } = await settleContent(tx, save.content, EMPTY_DRAFT)
  if (errors.length > 0) return refused(...errors)
  const { count } = await tx.article.createMany({
    data: { id: articleId, language: config().SITE_LOCALE, createdById: actor.id },
    skipDuplicates: true,
  })
  if (count === 0) return null
  const draft = { articleId, content, savedById: actor.id, savedByClient: clientId, writerIds: [actor.id], revision: null }
  await insertDraft(tx, draft, 1)
  await mirrorLabels(tx, articleId, EMPTY_DRAFT, content)
  await recordMediaUse(tx, articleId)
  await claimEditing(tx, articleId, clientId, actor.id)
  await recordAudit(tx, actor, { action: 'article.create', subject: `article:${articleId}`, label: content.headline })
  const saved = await readWorkingDraft(tx, articleId)
  if (!saved) throw new Error(`the draft of ${articleId} is gone`)
  return { ok: true, version: 1, savedAt: saved.savedAt, contentHash: saved.contentHash, workflow: 'draft', voided: [] }
}
