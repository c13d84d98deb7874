import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'

/** Marks somebody's own notices as read: these, or all up to this moment. */
export async function markNoticesRead(actor: StaffActor, { ids }: { ids?: number[] }): Promise<Outcome> {
  await db().notice.updateMany({
    where: { staffId: actor.id, readAt: null, ...(ids && { id: { in: ids } }) },
    data: { readAt: new Date() },
  })
  return { ok: true }
}
