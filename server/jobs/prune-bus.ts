import { db } from '@/server/db'

/** Removes events everyone has read long since; a server that was away longer drops everything anyway. Answers how many. */
export async function pruneBus(): Promise<number> {
  return await db().$executeRaw`DELETE FROM "BusEvent" WHERE "createdAt" < now() - interval '1 hour'`
}
