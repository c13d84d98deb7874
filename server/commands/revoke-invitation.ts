import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Actor } from './actor'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Takes an invitation back: its link leads nowhere from now on. */
export async function revokeInvitation(actor: Actor, { invitationId }: { invitationId: string }): Promise<Outcome> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) return refused({ code: 'not-found' })
    const { name, email } = await tx.invitation.findUniqueOrThrow({ where: { id: invitationId } })
    await recordAudit(tx, actor, {
      action: 'staff.uninvite',
      subject: `invitation:${invitationId}`,
      label: name,
      before: { email },
    })
    return { ok: true }
  })
}
