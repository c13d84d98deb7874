import type { ArticleType, Publication } from '@/newsroom/article'
import type { ItemBefore } from '@/newsroom/import-decision'
import type { Tx } from '@/server/db'

/** Columns of Article that a file decides. */
export interface ArticleValues {
  publication: Publication
  publishedAt: Date | null
  type: ArticleType
  language: string
  sourceId: number | null
  sourceUrl: string | null
  externalId: string | null
  feedId: string | null
  leadMediaId: string | null
}

/** An article an archive brought in, as it stands. */
export interface HeldArticle extends ArticleValues {
  id: string
  importKey: string
  importPath: string
  liveRevision: number | null
  draftRevision: number | null
  lastRevision: number
  /** the last text an archive brought */
  importedRevision: number | null
  importedHash: string | null
  /** the newsroom wrote what stands now, is writing what comes next, or threw it away: its text is not an archive's to replace */
  edited: boolean
  /** in their order */
  categoryIds: number[]
  tagIds: number[]
}

export interface ItemRead extends ItemBefore {
  path: string
  articleId: string | null
}

export async function findItems(tx: Tx, archive: string, paths: string[]): Promise<Map<string, ItemRead>> {
  const items = await tx.$queryRaw<ItemRead[]>`
    SELECT "path", "contentHash", "outcome"::text, "articleId" FROM "ImportItem" WHERE "archive" = ${archive} AND "path" = ANY(${paths})`
  return new Map(items.map((item) => [item.path, item]))
}

/** The articles themselves, held until the transaction ends. `author` is the one whose revisions count as imported. */
export async function findHeld(tx: Tx, author: string, importKeys: string[], ids: string[]): Promise<HeldArticle[]> {
  // First held, then read: whoever saves a draft meanwhile is either seen here, or sees what the archive brought.
  await tx.$executeRaw`
    SELECT 1 FROM "Article" a WHERE a."importPath" IS NOT NULL AND (a."importKey" = ANY(${importKeys}) OR a."id" = ANY(${ids}))
    ORDER BY a."id" FOR NO KEY UPDATE`
  return await tx.$queryRaw<HeldArticle[]>`
    SELECT a."id", a."importKey", a."importPath", a."publication"::text, a."publishedAt", a."type"::text, a."language", a."sourceId",
           a."sourceUrl", a."externalId", a."feedId", a."leadMediaId", a."liveRevision", a."draftRevision",
           (SELECT max(r."number") FROM "Revision" r WHERE r."articleId" = a."id") AS "lastRevision",
           imported."number" AS "importedRevision", imported."contentHash" AS "importedHash",
           standing."author" <> ${author} OR a."discardedAt" IS NOT NULL
             OR EXISTS (SELECT 1 FROM "Draft" d WHERE d."articleId" = a."id") AS "edited",
           ARRAY(SELECT c."categoryId" FROM "ArticleCategory" c WHERE c."articleId" = a."id" ORDER BY c."position") AS "categoryIds",
           ARRAY(SELECT t."tagId" FROM "ArticleTag" t WHERE t."articleId" = a."id" ORDER BY t."position") AS "tagIds"
    FROM "Article" a
    JOIN "Revision" standing ON standing."articleId" = a."id" AND standing."number" = coalesce(a."liveRevision", a."draftRevision")
    LEFT JOIN LATERAL (
      SELECT r."number", r."contentHash" FROM "Revision" r WHERE r."articleId" = a."id" AND r."author" = ${author}
      ORDER BY r."number" DESC LIMIT 1
    ) imported ON true
    WHERE a."importPath" IS NOT NULL AND (a."importKey" = ANY(${importKeys}) OR a."id" = ANY(${ids}))`
}

/** Which of these ids are an article's already. */
export async function findTakenIds(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Article" WHERE "id" = ANY(${ids})`
  return new Set(rows.map(({ id }) => id))
}
