import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Actor } from './actor'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Opens the way in again, with the password there was. */
export async function enableStaff(actor: Actor, { staffId }: { staffId: string }): Promise<Outcome> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const { count } = await tx.staff.updateMany({ where: { id: staffId, disabledAt: { not: null } }, data: { disabledAt: null } })
    const staff = await tx.staff.findUnique({ where: { id: staffId } })
    if (!staff) return refused({ code: 'not-found' })
    if (count > 0) await recordAudit(tx, actor, { action: 'staff.enable', subject: `staff:${staffId}`, label: staff.name })
    return { ok: true }
  })
}
