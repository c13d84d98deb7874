import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'
import { hashPassword } from '@/server/password-hash'
import { passwordRefusal } from './check-password'
import { createStaff } from './create-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface Acceptance {
  token: string
  /** asked for where the link names none: the very first one */
  email?: string
  name: string
  password: string
  address: string | null
  userAgent: string | null
}

/** Whoever holds the link chooses name and password: then the link is spent, and the account is there. */
export async function acceptInvitation(given: Acceptance): Promise<Outcome<{ staffId: string }>> {
  const { token, name, password, address, userAgent } = given
  const open = { tokenHash: tokenHash(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
  const invitation = await db().invitation.findFirst({ where: open })
  if (!invitation) return refused({ code: 'link-spent' })
  const { role, categoryIds } = invitation
  const email = invitation.email || given.email
  if (!email) return refused({ code: 'email-invalid', field: 'email' })
  const refusal = passwordRefusal(password, { email, name })
  if (refusal) return refusal
  const passwordHash = await hashPassword(password)
  return await transact(async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: open, data: { acceptedAt: new Date() } })
    if (count === 0) return refused({ code: 'link-spent' })
    const staffId = await createStaff(tx, { email, name, role, categoryIds, passwordHash })
    // The spent link stays spent: the transaction has nothing to undo but that.
    if (!staffId) return refused({ code: 'email-taken' })
    const actor = { kind: 'staff', id: staffId, name, role, desk: null, address, userAgent } as const
    await recordAudit(tx, actor, {
      action: 'staff.accept',
      subject: `staff:${staffId}`,
      label: name,
      after: { email, role, categoryIds },
    })
    return { ok: true, staffId }
  })
}
