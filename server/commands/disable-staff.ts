import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Actor } from './actor'
import { isLastAdministrator } from './hold-administrators'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Takes somebody's way in: at once, and from every device. Names and texts stay. */
export async function disableStaff(actor: Actor, { staffId }: { staffId: string }): Promise<Outcome> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    if (await isLastAdministrator(tx, staffId)) return refused({ code: 'last-administrator' })
    const { count } = await tx.staff.updateMany({ where: { id: staffId, disabledAt: null }, data: { disabledAt: new Date() } })
    const staff = await tx.staff.findUnique({ where: { id: staffId } })
    if (!staff) return refused({ code: 'not-found' })
    if (count === 0) return { ok: true }
    await tx.session.deleteMany({ where: { userId: staffId } })
    await tx.presence.deleteMany({ where: { staffId } })
    await recordAudit(tx, actor, { action: 'staff.disable', subject: `staff:${staffId}`, label: staff.name })
    return { ok: true }
  })
}
