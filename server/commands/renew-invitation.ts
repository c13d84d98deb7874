import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { InvitationInput } from '@/newsroom/desk/staff-form'
import { db } from '@/server/db'
import type { Actor } from './actor'
import { inviteStaff } from './invite-staff'
import { staffRefusal } from './permit-staff'

/** The same invitation once more: a new link, seven days from now; the old one leads nowhere. */
export async function renewInvitation(
  actor: Actor,
  { invitationId }: { invitationId: string },
): Promise<Outcome<{ token: string; invitation: InvitationInput }>> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  const found = await db().invitation.findFirst({ where: { id: invitationId, acceptedAt: null, revokedAt: null } })
  if (!found?.email) return refused({ code: 'not-found' })
  const { email, name, role, categoryIds } = found
  const invitation = { email, name, role, categoryIds }
  const outcome = await inviteStaff(actor, invitation)
  return outcome.ok ? { ok: true, token: outcome.token, invitation } : outcome
}
