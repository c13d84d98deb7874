import type { Tx } from '@/server/db'

/** Which pictures an article shows, as lead or in its text, in what readers see or in its draft: written down anew. */
export async function recordMediaUse(tx: Tx, articleId: string): Promise<void> {
  await tx.$executeRaw`
    WITH texts AS (
      SELECT d."content"->>'bodyHtml' AS "body", d."content"->>'leadMediaId' AS "lead" FROM "Draft" d WHERE d."articleId" = ${articleId}
      UNION ALL
      SELECT r."bodyHtml", a."leadMediaId" FROM "Article" a
      LEFT JOIN "Draft" d ON d."articleId" = a."id"
      LEFT JOIN "Revision" r ON r."articleId" = a."id"
        AND r."number" = coalesce(a."liveRevision", CASE WHEN d."articleId" IS NULL THEN a."draftRevision" END)
      WHERE a."id" = ${articleId}
    ), used AS (
      SELECT "lead" AS "id" FROM texts
      UNION
      SELECT found[1] FROM texts, regexp_matches("body", '/media/[0-9a-f]{2}/([0-9a-f]{64})-[0-9]+\\.', 'g') found
    ), gone AS (
      DELETE FROM "MediaUse" WHERE "articleId" = ${articleId} AND "mediaId" NOT IN (SELECT "id" FROM used WHERE "id" IS NOT NULL)
    )
    INSERT INTO "MediaUse" ("mediaId", "articleId")
    SELECT m."id", ${articleId} FROM used JOIN "Media" m ON m."id" = used."id"
    ON CONFLICT DO NOTHING`
}
