import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Place } from '@/newsroom/desk/staff-form'
import type { Actor } from './actor'
import { setDesk } from './create-staff'
import { isLastAdministrator } from './hold-administrators'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/**
 * Gives somebody another role or other desks. What they may do is asked anew with every request; another role also ends their
 * sessions (ASVS 5.0.0-7.2.4), so that no token from before the change has its powers.
 */
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
    if (role !== staff.role) await tx.session.deleteMany({ where: { userId: staffId } })
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
