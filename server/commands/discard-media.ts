import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { enqueue } from '@/server/queue'
import { countUses, holdMedia, mediaLabel } from './hold-media'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Takes a picture out of the library, or puts it back. Never one that an article shows; its files stay. */
export async function discardMedia(actor: StaffActor, { id, discarded }: { id: string; discarded: boolean }): Promise<Outcome> {
  return await transact(async (tx) => {
    const held = await holdMedia(tx, actor, id)
    if (!held.ok) return held
    if ((held.media.discardedAt !== null) === discarded) return { ok: true }
    const count = discarded ? await countUses(tx, id) : 0
    if (count > 0) return refused({ code: 'media.uses', params: { count } })
    await tx.media.update({ where: { id }, data: { discardedAt: discarded ? new Date() : null }, select: { id: true } })
    const action = discarded ? 'media.discard' : 'media.revive'
    await recordAudit(tx, actor, { action, subject: `media:${id}`, label: mediaLabel(held.media) })
    return { ok: true }
  })
}

/** Has the sizes of a picture made once more, where that failed. */
export async function retryMedia(actor: StaffActor, { id }: { id: string }): Promise<Outcome> {
  return await transact(async (tx) => {
    const held = await holdMedia(tx, actor, id)
    if (!held.ok) return held
    if (held.media.state !== 'failed') return { ok: true }
    await tx.media.update({ where: { id }, data: { state: 'pending', fault: null }, select: { id: true } })
    await enqueue(tx, 'media.render', { mediaId: id }, { key: id })
    return { ok: true }
  })
}
