import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import type { Tx } from '@/server/db'

/** The rows of these articles, in their order. */
export async function readDeskRows(tx: Pick<Tx, '$queryRaw'>, ids: readonly string[]): Promise<DeskArticleRow[]> {
  if (ids.length === 0) return []
  return await tx.$queryRaw<DeskArticleRow[]>`
    SELECT a."id", coalesce(nullif(d."headline", ''), r."headline", '') AS "headline",
      coalesce(d."content"->>'kicker', r."kicker", '') AS "kicker", coalesce(d."content"->>'type', a."type"::text) AS "type",
      a."workflow"::text, a."publication"::text, a."discardedAt" IS NOT NULL AS "discarded", category."name" AS "category",
      source."name" AS "source", owner."name" AS "owner", ARRAY(
        SELECT p."name" FROM jsonb_array_elements(CASE WHEN d."revision" IS NULL THEN d."content"->'bylines' END)
          WITH ORDINALITY b ("person", "n") JOIN "Person" p ON p."id" = (b."person"->>'personId')::int
        UNION ALL SELECT p."name" FROM "Byline" b JOIN "Person" p ON p."id" = b."personId"
          WHERE (d."articleId" IS NULL OR d."revision" IS NOT NULL) AND b."articleId" = a."id"
            AND b."revision" = coalesce(d."revision", a."liveRevision", a."draftRevision")) AS "bylines",
      a."touchedAt", a."publishedAt", a."waitingSince", a."plannedFor"::text, a."embargoUntil",
      coming."at" AS "scheduledAt", coming."action" AS "scheduledAction",
      (SELECT s."name" FROM "Presence" p JOIN "Staff" s ON s."id" = p."staffId"
        WHERE p."articleId" = a."id" AND p."editing" AND p."seenAt" > clock_timestamp() - interval '30 seconds') AS "editor",
      a."urgentAt" IS NOT NULL AS "urgent", a."returnReason"
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY wanted ("id", "n")
    JOIN "Article" a ON a."id" = wanted."id"
    LEFT JOIN "Draft" d ON d."articleId" = a."id"
    LEFT JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = coalesce(a."liveRevision", a."draftRevision")
    LEFT JOIN "Source" source ON source."id" = a."sourceId"
    LEFT JOIN "Staff" owner ON owner."id" = a."createdById"
    LEFT JOIN LATERAL (SELECT c."name" FROM "Category" c WHERE c."id" = CASE
      WHEN d."articleId" IS NOT NULL THEN (d."content"->'categoryIds'->>0)::int
      ELSE (SELECT l."categoryId" FROM "ArticleCategory" l WHERE l."articleId" = a."id" ORDER BY l."position" LIMIT 1) END) category ON true
    LEFT JOIN LATERAL (SELECT s."at", s."action"::text FROM "Schedule" s WHERE s."articleId" = a."id" AND s."doneAt" IS NULL
      AND s."canceledAt" IS NULL ORDER BY s."at" LIMIT 1) coming ON true
    ORDER BY wanted."n"`
}
