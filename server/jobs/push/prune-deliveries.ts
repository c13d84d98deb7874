import { db } from '@/server/db'

/** Takes away what was told two weeks ago, and what nobody tried again for three months. */
export async function pruneDeliveries(): Promise<number> {
  return await db().$executeRaw`
    DELETE FROM "Delivery" WHERE ("createdAt" < now() - interval '14 days' AND "doneAt" IS NOT NULL)
      OR "createdAt" < now() - interval '90 days'`
}
