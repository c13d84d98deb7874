import { headlineTerms } from '@/newsroom/headline-terms'
import type { Tx } from '@/server/db'
import type { NameIds } from './ensure-names'
import { jsonRows } from './json-rows'
import { exportedFields } from './keep-exported'
import type { Change } from './plan-change'

/**
 * New articles, with one statement. Their revisions follow in the same transaction (deferred foreign keys). An archive was
 * last worked on when its texts say, so that a day's import does not bury the desk's own work.
 */
export async function insertArticles(tx: Tx, changes: Change[]): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Article" ("id", "publication", "workflow", "type", "language", "publishedAt", "updatedAt", "liveRevision",
      "draftRevision", "sourceId", "sourceUrl", "leadMediaId", "externalId", "importKey", "importPath", "feedId", "headlineTerms",
      "touchedAt")
    SELECT x."id", x."publication"::"Publication", x."workflow"::"Workflow", x."type"::"ArticleType", x."language", x."publishedAt",
      coalesce(x."updatedAt", now()), x."liveRevision", x."draftRevision", x."sourceId", x."sourceUrl", x."leadMediaId",
      x."externalId", x."importKey", x."importPath", x."feedId", array_to_tsvector(x."terms"),
      least(coalesce(x."updatedAt", x."publishedAt", now()), now())
    FROM json_to_recordset(${rowsOf(changes)}::json) AS x("id" text, "publication" text, "workflow" text, "type" text,
      "language" text, "publishedAt" timestamptz, "updatedAt" timestamptz, "liveRevision" int, "draftRevision" int, "sourceId" int,
      "sourceUrl" text, "leadMediaId" text, "externalId" text, "importKey" text, "importPath" text, "feedId" text, "terms" text[])`
}

/** Articles an archive brings again. What the newsroom edited since keeps its headline's terms. */
export async function updateArticles(tx: Tx, changes: Change[]): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw`
    UPDATE "Article" a SET "publication" = x."publication"::"Publication", "type" = x."type"::"ArticleType",
      "workflow" = CASE WHEN x."keptAside" THEN a."workflow" ELSE x."workflow"::"Workflow" END,
      "language" = x."language", "publishedAt" = x."publishedAt", "liveRevision" = x."liveRevision",
      "draftRevision" = x."draftRevision", "sourceId" = x."sourceId", "sourceUrl" = x."sourceUrl", "leadMediaId" = x."leadMediaId",
      "externalId" = x."externalId", "importKey" = x."importKey", "importPath" = x."importPath", "feedId" = x."feedId",
      "headlineTerms" = CASE WHEN x."keptAside" THEN a."headlineTerms" ELSE array_to_tsvector(x."terms") END,
      "version" = a."version" + x."altered"::int,
      "updatedAt" = CASE WHEN x."altered" AND NOT x."keptAside" THEN coalesce(x."updatedAt", now()) ELSE a."updatedAt" END
    FROM json_to_recordset(${rowsOf(changes)}::json) AS x("id" text, "publication" text, "workflow" text, "type" text,
      "language" text, "publishedAt" timestamptz, "updatedAt" timestamptz, "liveRevision" int, "draftRevision" int, "sourceId" int,
      "sourceUrl" text, "leadMediaId" text, "externalId" text, "importKey" text, "importPath" text, "feedId" text, "terms" text[],
      "altered" boolean, "keptAside" boolean)
    WHERE a."id" = x."id"`
}

/** The texts, append-only. */
export async function insertRevisions(tx: Tx, author: string, changes: Change[], people: NameIds): Promise<void> {
  const rows = changes.flatMap((change) => {
    const { id, revision, contentHash, importPath, post } = change
    if (revision === null) return []
    const { headline, kicker, subhead, standfirst, bodyHtml, plainText, characterCount, sourceText, sanitizerVersion } = post
    const text = { headline, kicker, subhead, standfirst, bodyHtml, plainText, characterCount, sourceText, sanitizerVersion }
    return [{ id, number: revision, ...text, contentHash, reason: importPath, fields: exportedFields(change, people) }]
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Revision" ("articleId", "number", "headline", "kicker", "subhead", "standfirst", "bodyHtml", "plainText",
      "characterCount", "sourceText", "sanitizerVersion", "contentHash", "author", "reason", "fields")
    SELECT x."id", x."number", x."headline", x."kicker", x."subhead", x."standfirst", x."bodyHtml", x."plainText",
      x."characterCount", x."sourceText", x."sanitizerVersion", x."contentHash", ${author}, x."reason", x."fields"
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "number" int, "headline" text, "kicker" text, "subhead" text,
      "standfirst" text, "bodyHtml" text, "plainText" text, "characterCount" int, "sourceText" text, "sanitizerVersion" int,
      "contentHash" text, "reason" text, "fields" jsonb)`
}

function rowsOf(changes: Change[]): string {
  return jsonRows(
    changes.map(({ id, importKey, importPath, post, values, liveRevision, draftRevision, altered, keptAside, updatedAt }) => ({
      id,
      importKey,
      importPath,
      ...values,
      liveRevision,
      draftRevision,
      workflow: values.publication === 'unpublished' ? 'draft' : 'ready',
      updatedAt,
      terms: headlineTerms(post.headline),
      altered,
      keptAside,
    })),
  )
}
