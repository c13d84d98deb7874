import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Place } from '@/newsroom/desk/staff-form'
import type { Actor } from './actor'
import { setDesk } from './create-staff'
import { isLastAdministrator } from './hold-administrators'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Gives somebody another role or other desks. Sessions stay: what they may do is asked anew with every request. */
export async function changeStaff(actor: Actor, { staffId, role, categoryIds }: Place & { staffId: string }): Promise<Outcome> {
  const refusal = staffRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    if (role !== 'administrator' && (await isLastAdministrator(tx, staffId))) return refused({ code: 'last-administrator' })
    const staff = await tx.staff.findUnique({ where: { id: staffId }, include: { desk: true } })
    if (!staff) return refused({ code: 'not-found' })
    const before = { role: staff.role, categoryIds: staff.desk.map(({ categoryId }) => categoryId) }
    await tx.staff.update({ where: { id: staffId }, data: { role } })
    await setDesk(tx, staffId, categoryIds)
    await recordAudit(tx, actor, {
      action: 'staff.change',
      subject: `staff:${staffId}`,
      label: staff.name,
      before,
      after: { role, categoryIds },
    })
    return { ok: true }
  })
}
