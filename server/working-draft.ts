import type { DraftContent } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { asContent, readStandingText } from './article-content'
import type { Tx } from './db'

/** What an article's next text is at present. */
export interface WorkingDraft {
  /** false: nobody has changed anything yet, so it is what stands */
  kept: boolean
  /** what a save must name as its base */
  version: number
  content: DraftContent
  contentHash: string
  savedById: string | null
  savedByName: string
  savedByClient: string | null
  savedAt: Date
  /** the revision that holds exactly this text, if one does */
  revision: number | null
}

/** The draft of an article; where it has none, what stands. Null: no such article. */
export async function readWorkingDraft(tx: Pick<Tx, 'article' | 'draft'>, articleId: string): Promise<WorkingDraft | null> {
  const draft = await tx.draft.findUnique({
    where: { articleId },
    select: {
      version: true,
      content: true,
      contentHash: true,
      savedById: true,
      savedBy: { select: { name: true } },
      savedByClient: true,
      savedAt: true,
      revision: true,
    },
  })
  if (draft) return { ...draft, kept: true, content: asContent(draft.content), savedByName: draft.savedBy?.name ?? '' }
  const standing = await readStandingText(tx, articleId)
  if (!standing) return null
  const { version, revision, content, savedAt } = standing
  const nobody = { savedById: null, savedByName: '', savedByClient: null }
  return { kept: false, version, content, contentHash: draftHash(content), ...nobody, savedAt, revision }
}
