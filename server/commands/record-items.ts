import type { Tx } from '@/server/db'
import type { ImportBatch } from './import-batch'
import type { Outcome } from './import-outcomes'
import { jsonRows } from './json-rows'

/** Writes down what became of each file; a row that would say the same stays untouched. A rehearsal leaves no record. */
export async function recordItems(tx: Tx, { runId, archive }: ImportBatch, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0 || runId === null) return
  const rows = outcomes.map(({ decided: { file }, result: { path, outcome, articleId, notes } }) => ({
    path,
    contentHash: file.contentHash,
    notes,
    outcome,
    articleId,
  }))
  await tx.$executeRaw`
    INSERT INTO "ImportItem" AS i ("archive", "path", "contentHash", "outcome", "notes", "articleId", "runId")
    SELECT ${archive}, x."path", x."contentHash", x."outcome"::"ImportOutcome", x."notes", x."articleId", ${runId}
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("path" text, "contentHash" text, "outcome" text, "notes" jsonb,
      "articleId" text)
    ON CONFLICT ("archive", "path") DO UPDATE SET "contentHash" = excluded."contentHash", "outcome" = excluded."outcome",
      "notes" = excluded."notes", "articleId" = coalesce(excluded."articleId", i."articleId"), "runId" = excluded."runId",
      "readAt" = excluded."readAt"
    WHERE (i."contentHash", i."outcome", i."notes", i."articleId") IS DISTINCT FROM
      (excluded."contentHash", excluded."outcome", excluded."notes", coalesce(excluded."articleId", i."articleId"))`
}

/** The file that carried an article until another one took over is a duplicate from now on. */
export async function markDuplicates(tx: Tx, former: { articleId: string; importPath: string }[]): Promise<void> {
  if (former.length === 0) return
  await tx.$executeRaw`
    UPDATE "ImportItem" i SET "outcome" = 'duplicate'
    FROM json_to_recordset(${jsonRows(former)}::json) AS x("articleId" text, "importPath" text)
    WHERE i."articleId" = x."articleId" AND i."archive" || '/' || i."path" = x."importPath"`
}
