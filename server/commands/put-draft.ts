import type { DraftContent } from '@/newsroom/desk/draft'
import { wordsOf } from '@/newsroom/desk/draft-body'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { headlineTerms } from '@/newsroom/headline-terms'
import type { Tx } from '@/server/db'

export interface DraftToPut {
  articleId: string
  content: DraftContent
  savedById: string | null
  savedByClient: string | null
  writerIds: string[]
  /** the revision that holds exactly this text, if one does */
  revision: number | null
}

/** The first draft of an article. */
export async function insertDraft(tx: Tx, draft: DraftToPut, version: number): Promise<void> {
  const { articleId, content, savedById, savedByClient, writerIds, revision } = draft
  const { plainText, characterCount } = wordsOf(content.bodyHtml)
  await tx.$executeRaw`
    INSERT INTO "Draft" ("articleId", "version", "content", "contentHash", "headline", "plainText", "characterCount", "headlineTerms",
      "writerIds", "savedById", "savedByClient", "revision", "savedAt")
    VALUES (${articleId}, ${version}, ${JSON.stringify(content)}::jsonb, ${draftHash(content)}, ${content.headline}, ${plainText},
      ${characterCount}, array_to_tsvector(${headlineTerms(content.headline)}), ${writerIds}, ${savedById}, ${savedByClient},
      ${revision}, clock_timestamp())`
}

/** Puts a text in the place of version `base`; null: that is not the version any more, and nothing was written. */
export async function replaceDraft(tx: Tx, draft: DraftToPut, base: number): Promise<{ version: number; savedAt: Date } | null> {
  const { articleId, content, savedById, savedByClient, writerIds, revision } = draft
  const { plainText, characterCount } = wordsOf(content.bodyHtml)
  const [saved] = await tx.$queryRaw<{ version: number; savedAt: Date }[]>`
    UPDATE "Draft" SET "version" = "version" + 1, "content" = ${JSON.stringify(content)}::jsonb, "contentHash" = ${draftHash(content)},
      "headline" = ${content.headline}, "plainText" = ${plainText}, "characterCount" = ${characterCount},
      "headlineTerms" = array_to_tsvector(${headlineTerms(content.headline)}), "writerIds" = ${writerIds},
      "savedById" = ${savedById}, "savedByClient" = ${savedByClient}, "revision" = ${revision}, "savedAt" = clock_timestamp()
    WHERE "articleId" = ${articleId} AND "version" = ${base}
    RETURNING "version", "savedAt"`
  return saved ?? null
}
