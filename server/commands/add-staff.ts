import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { InvitationInput } from '@/newsroom/desk/staff-form'
import { hashPassword } from '@/server/password-hash'
import type { Actor } from './actor'
import { passwordRefusal } from './check-password'
import { createStaff } from './create-staff'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** An account with a password, at once: from the terminal, or the first one of all. */
export async function addStaff(
  actor: Actor,
  input: InvitationInput & { password: string },
): Promise<Outcome<{ staffId: string }>> {
  const refusal = staffRefusal(actor) ?? passwordRefusal(input.password, input)
  if (refusal) return refusal
  const passwordHash = await hashPassword(input.password)
  return await transact(async (tx) => {
    const staffId = await createStaff(tx, { ...input, passwordHash })
    if (!staffId) return refused({ code: 'email-taken', field: 'email' })
    const { email, name, role, categoryIds } = input
    await recordAudit(tx, actor, {
      action: 'staff.add',
      subject: `staff:${staffId}`,
      label: name,
      after: { email, role, categoryIds },
    })
    return { ok: true, staffId }
  })
}
