import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { InvitationInput } from '@/newsroom/desk/staff-form'
import { newToken, tokenHash } from '@/server/link-token'
import type { Actor } from './actor'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

const GOOD_FOR_MS = 7 * 86_400_000

/** Offers a place on the staff. The token is answered once, for the link; an earlier invitation of the address ends. */
export async function inviteStaff(actor: Actor, input: InvitationInput): Promise<Outcome<{ token: string; expiresAt: Date }>> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  const token = newToken()
  const expiresAt = new Date(Date.now() + GOOD_FOR_MS)
  const { email, name, role, categoryIds } = input
  return await transact(async (tx) => {
    if (await tx.staff.findUnique({ where: { email } })) return refused({ code: 'email-taken', field: 'email' })
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    const { id } = await tx.invitation.create({
      data: {
        tokenHash: tokenHash(token),
        email,
        name,
        role,
        categoryIds,
        expiresAt,
        invitedById: actor.kind === 'staff' ? actor.id : null,
      },
    })
    await recordAudit(tx, actor, {
      action: 'staff.invite',
      subject: `invitation:${id}`,
      label: name,
      after: { email, role, categoryIds },
    })
    return { ok: true, token, expiresAt }
  })
}
