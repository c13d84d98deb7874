import { type PickedMedia, pickedMedia } from '@/newsroom/desk/picked-media'
import type { StaffActor } from '@/newsroom/desk/staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** A picture that is in the library; one that was discarded, or replaced by another, comes back to whoever sends it again. */
export async function reviveMedia(actor: StaffActor, id: string): Promise<PickedMedia | null> {
  return await transact(async (tx) => {
    const { count } = await tx.media.updateMany({
      where: { id, OR: [{ discardedAt: { not: null } }, { replacedById: { not: null } }] },
      data: { discardedAt: null, replacedById: null },
    })
    const row = await tx.media.findUnique({ where: { id } })
    if (count > 0 && row) {
      await recordAudit(tx, actor, { action: 'media.revive', subject: `media:${id}`, label: row.fileName ?? row.origin })
    }
    return row && pickedMedia(row)
  })
}
