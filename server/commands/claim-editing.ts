import type { Tx } from '@/server/db'

/** A tab that is not heard of for so long edits no more. */
const SILENT = '30 seconds'

export interface OtherEditor {
  clientId: string
  staffId: string
  name: string
}

/** The tab, other than this one, that edits an article now; null: none. */
export async function findOtherEditor(tx: Tx, articleId: string, clientId: string | null): Promise<OtherEditor | null> {
  const [editor] = await tx.$queryRaw<OtherEditor[]>`
    SELECT p."clientId", p."staffId", s."name" FROM "Presence" p JOIN "Staff" s ON s."id" = p."staffId"
    WHERE p."articleId" = ${articleId} AND p."editing" AND p."clientId" IS DISTINCT FROM ${clientId}
      AND p."seenAt" > clock_timestamp() - ${SILENT}::interval`
  return editor ?? null
}

/** Makes this tab the one that edits, the article's row held and no other tab editing it. */
export async function claimEditing(tx: Tx, articleId: string, clientId: string, staffId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Presence" SET "editing" = false WHERE "articleId" = ${articleId} AND "editing" AND "clientId" <> ${clientId}`
  await tx.$executeRaw`
    INSERT INTO "Presence" ("articleId", "clientId", "staffId", "editing", "seenAt")
    VALUES (${articleId}, ${clientId}, ${staffId}, true, clock_timestamp())
    ON CONFLICT ("articleId", "clientId") DO UPDATE
      SET "staffId" = excluded."staffId", "editing" = true, "seenAt" = excluded."seenAt", "takenBy" = NULL, "message" = NULL`
}
