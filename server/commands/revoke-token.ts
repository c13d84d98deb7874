import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Ends a token; what it delivered stays. */
export async function revokeToken(actor: StaffActor, { tokenId }: { tokenId: number }): Promise<Outcome> {
  if (!mayAtDesk(actor, 'manage-tokens')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id: tokenId }, select: { name: true } })
    const { count } = await tx.apiToken.updateMany({ where: { id: tokenId, revokedAt: null }, data: { revokedAt: new Date() } })
    if (!token || count === 0) return refused({ code: 'not-found' })
    await recordAudit(tx, actor, { action: 'token.revoke', subject: `token:${tokenId}`, label: token.name })
    return { ok: true }
  })
}
