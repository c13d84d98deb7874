import type { Tx } from '@/server/db'

/** Holds every enabled administrator until the transaction ends, so that two cannot put each other out at the same moment. */
async function holdAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Staff" WHERE "role" = 'administrator' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`
  return rows.map(({ id }) => id)
}

/** Whether nobody would be left to let others in, were this one no longer an enabled administrator. */
export async function isLastAdministrator(tx: Tx, staffId: string): Promise<boolean> {
  const ids = await holdAdministrators(tx)
  return ids.includes(staffId) && ids.length === 1
}
