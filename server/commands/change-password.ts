import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { hashPassword } from '@/server/password-hash'
import { passwordRefusal } from './check-password'
import { recordAudit } from './record-audit'
import { setPassword } from './set-password'
import { transact } from './transact'

/** One's own new password, the old one confirmed before (server/auth/confirm). Every session ends; the caller begins a new one. */
export async function changePassword(actor: StaffActor, { password }: { password: string }): Promise<Outcome> {
  const staff = await db().staff.findUniqueOrThrow({ where: { id: actor.id } })
  const refusal = passwordRefusal(password, staff)
  if (refusal) return refusal
  const passwordHash = await hashPassword(password)
  await transact(async (tx) => {
    await setPassword(tx, actor.id, passwordHash)
    await recordAudit(tx, actor, { action: 'staff.change-password', subject: `staff:${actor.id}`, label: actor.name })
  })
  return { ok: true }
}
