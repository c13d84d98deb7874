import type { Tx } from '@/server/db'

/** What was reviewed stands before readers: the next text has writers, signatures and urgency of its own. The draft is that text now. */
export async function endRound(tx: Tx, articleId: string, revision: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Article" SET "workflow" = 'ready', "reviewRound" = "reviewRound" + 1, "urgentAt" = NULL, "waitingSince" = NULL
    WHERE "id" = ${articleId}`
  await tx.draft.updateMany({ where: { articleId }, data: { writerIds: [], revision } })
}
