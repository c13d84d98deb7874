import type { Tx } from '@/server/db'
import { readWorkingDraft, type WorkingDraft } from '@/server/working-draft'
import { insertDraft } from './put-draft'

/**
 * The draft of an article, its row held by the caller. Where it has none yet, one is made of what stands, text and labels, as
 * the same version: whoever opened the article before may save on it. Throws where there is no such article.
 */
export async function ensureDraft(tx: Tx, articleId: string): Promise<WorkingDraft> {
  const draft = await readWorkingDraft(tx, articleId)
  if (!draft) throw new Error(`there is no article ${articleId}`)
  if (draft.kept) return draft
  const { content, revision, version } = draft
  await insertDraft(tx, { articleId, content, savedById: null, savedByClient: null, writerIds: [], revision }, version)
  return { ...draft, kept: true }
}
