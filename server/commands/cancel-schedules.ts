import type { Tx } from '@/server/db'

export type ScheduledAction = 'publish' | 'change' | 'unpublish'

export interface OpenSchedule {
  id: number
  action: ScheduledAction
  at: Date
}

/** Nothing of this kind happens to an article any more, its row held by the caller. What waited to be published first is unpublished again. */
export async function cancelSchedules(tx: Tx, articleId: string, actions: ScheduledAction[]): Promise<OpenSchedule[]> {
  const canceled = await tx.$queryRaw<OpenSchedule[]>`
    UPDATE "Schedule" SET "canceledAt" = clock_timestamp()
    WHERE "articleId" = ${articleId} AND "action"::text = ANY(${actions}) AND "doneAt" IS NULL AND "canceledAt" IS NULL
    RETURNING "id", "action"::text, "at"`
  if (actions.includes('publish')) {
    await tx.$executeRaw`
      UPDATE "Article" SET "publication" = 'unpublished', "publishedAt" = NULL, "liveRevision" = NULL, "touchedAt" = clock_timestamp()
      WHERE "id" = ${articleId} AND "publication" = 'scheduled'`
  }
  return canceled
}
