import { db } from '@/server/db'

const BATCH = 100

/** What should have happened some seconds ago and nobody did: the job was lost with its process, or the queue is away. */
export async function listOverdueSchedules(): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Schedule"
    WHERE "doneAt" IS NULL AND "canceledAt" IS NULL AND "fault" IS NULL AND "at" < now() - interval '3 seconds'
    ORDER BY "at" LIMIT ${BATCH}`
  return rows.map(({ id }) => id)
}
