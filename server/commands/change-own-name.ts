import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** What the record calls them from now on; what it says of before stays. */
export async function changeOwnName(actor: StaffActor, { name }: { name: string }): Promise<Outcome> {
  await transact(async (tx) => {
    await tx.staff.update({ where: { id: actor.id }, data: { name } })
    await recordAudit(tx, actor, {
      action: 'staff.change-name',
      subject: `staff:${actor.id}`,
      label: name,
      before: { name: actor.name },
      after: { name },
    })
  })
  return { ok: true }
}
