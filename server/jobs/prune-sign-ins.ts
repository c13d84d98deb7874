import { pruneAttempts } from '@/server/attempts'
import { db } from '@/server/db'
import { IDLE_MS } from '@/server/session-limits'

/** Removes what lets nobody in any more: sessions that ended, links and challenges that expired, counts of yesterday. */
export async function pruneSignIns(): Promise<void> {
  const now = new Date()
  const idle = new Date(now.getTime() - IDLE_MS)
  await db().session.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, { updatedAt: { lt: idle } }] } })
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  await pruneAttempts()
}
