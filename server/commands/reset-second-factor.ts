import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Actor } from './actor'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** For whoever lost phone and backup codes: the password is enough again, until they set it up anew. Sessions end. */
export async function resetSecondFactor(actor: Actor, { staffId }: { staffId: string }): Promise<Outcome> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const { count } = await tx.staff.updateMany({ where: { id: staffId }, data: { twoFactorEnabled: false } })
    if (count === 0) return refused({ code: 'not-found' })
    await tx.twoFactor.deleteMany({ where: { userId: staffId } })
    await tx.session.deleteMany({ where: { userId: staffId } })
    const { name } = await tx.staff.findUniqueOrThrow({ where: { id: staffId } })
    await recordAudit(tx, actor, { action: 'staff.second-factor-off', subject: `staff:${staffId}`, label: name })
    return { ok: true }
  })
}
