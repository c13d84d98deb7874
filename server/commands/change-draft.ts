import type { DraftContent } from '@/newsroom/desk/draft'
import { picturesIn } from '@/newsroom/desk/draft-body'
import { draftHash } from '@/newsroom/desk/draft-hash'
import type { DraftSaved } from '@/newsroom/desk/draft-saved'
import { type ArticleFacts, isSettled, writersAfter } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { Tx } from '@/server/db'
import type { WorkingDraft } from '@/server/working-draft'
import { keepLastSaved } from './cut-revision'
import { ensureDraft } from './ensure-draft'
import { mirrorLabels } from './mirror-labels'
import { replaceDraft } from './put-draft'
import { recordMediaUse } from './record-media-use'
import { settleReview } from './settle-review'

/** So long a writer's text may grow before a version of it is kept. */
const LONGEST_WITHOUT_REVISION = '10 minutes'

export interface DraftChange {
  articleId: string
  /** of the article, whose row is held */
  facts: ArticleFacts
  /** what stands now */
  draft: WorkingDraft
  /** settled, and other than what stands */
  content: DraftContent
  clientId: string | null
}

/**
 * Puts a text in the place of the draft, with all that follows from it: the text before is kept where it was somebody else's or
 * old enough, signatures on it are void, the article goes back to its first review. Null: the draft is newer than `draft`.
 */
export async function changeDraft(tx: Tx, actor: StaffActor, change: DraftChange): Promise<DraftSaved | null> {
  const { articleId, facts, draft, content, clientId } = change
  const contentHash = draftHash(content)
  const isOtherText = contentHash !== draft.contentHash
  if (!draft.kept) await ensureDraft(tx, articleId)
  else if (isOtherText) await keepHistory(tx, actor, articleId, draft)
  const begins = isOtherText && isSettled(facts)
  const saved = await replaceDraft(
    tx,
    {
      articleId,
      content,
      savedById: actor.id,
      savedByClient: clientId,
      writerIds: isOtherText ? writersAfter(facts, actor.id) : [...facts.writerIds],
      revision: isOtherText ? null : draft.revision,
    },
    draft.version,
  )
  if (!saved) return null
  await tx.$executeRaw`UPDATE "Article" SET "touchedAt" = clock_timestamp() WHERE "id" = ${articleId}`
  const review = isOtherText
    ? await settleReview(tx, actor, articleId, { facts, begins, headline: content.headline })
    : { workflow: facts.workflow, voided: [] }
  if (facts.publication === 'unpublished') await mirrorLabels(tx, articleId, draft.content, content)
  if (usesOtherPictures(draft.content, content)) await recordMediaUse(tx, articleId)
  return { ...saved, contentHash, ...review }
}

async function keepHistory(tx: Tx, actor: StaffActor, articleId: string, draft: WorkingDraft): Promise<void> {
  if (draft.revision !== null) return
  if (draft.savedById !== null && draft.savedById !== actor.id)
    return void (await keepLastSaved(tx, articleId, draft, 'other-writer'))
  const [since] = await tx.$queryRaw<{ isOld: boolean }[]>`
    SELECT coalesce((SELECT max(r."createdAt") FROM "Revision" r WHERE r."articleId" = a."id"), a."createdAt")
      < clock_timestamp() - ${LONGEST_WITHOUT_REVISION}::interval AS "isOld"
    FROM "Article" a WHERE a."id" = ${articleId}`
  if (since?.isOld) await keepLastSaved(tx, articleId, draft, 'autosave')
}

function usesOtherPictures(before: DraftContent, after: DraftContent): boolean {
  if (before.leadMediaId !== after.leadMediaId) return true
  return before.bodyHtml !== after.bodyHtml && picturesIn(before.bodyHtml).join() !== picturesIn(after.bodyHtml).join()
}
