import { config } from '@/server/config'
import { db } from '@/server/db'

/**
 * Takes away what nobody needs any more of what happened, after RECORDS_DAYS: notices, links to previews and invitations that
 * ended, imports of which no file is known by. What was published, revisions, signatures, corrections, withdrawals and the record
 * of deeds are kept for good.
 */
export async function pruneRecords(): Promise<number> {
  const before = new Date(Date.now() - config().RECORDS_DAYS * 86_400_000)
  const gone = await Promise.all([
    db().notice.deleteMany({ where: { createdAt: { lt: before } } }),
    db().previewLink.deleteMany({ where: { expiresAt: { lt: before } } }),
    db().invitation.deleteMany({ where: { expiresAt: { lt: before }, acceptedAt: null } }),
    db().importRun.deleteMany({ where: { startedAt: { lt: before }, items: { none: {} } } }),
  ])
  return gone.reduce((sum, { count }) => sum + count, 0)
}
