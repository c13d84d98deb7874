import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { Actor } from './actor'
import { staffRefusal } from './permit-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface Ending {
  staffId: string
  /** one of them; else all */
  sessionId?: string
  /** but this one */
  except?: string
}

/** Ends sessions: one's own, or, for an administrator, anybody's. The next request from there is nobody's. */
export async function endSessions(actor: Actor, { staffId, sessionId, except }: Ending): Promise<Outcome<{ count: number }>> {
  const isOwn = actor.kind === 'staff' && actor.id === staffId
  const refusal = isOwn ? null : staffRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id: staffId } })
    if (!staff) return refused({ code: 'not-found' })
    const { count } = await tx.session.deleteMany({
      where: { userId: staffId, ...(sessionId && { id: sessionId }), ...(except && { NOT: { id: except } }) },
    })
    await recordAudit(tx, actor, {
      action: sessionId ? 'staff.sign-out' : 'staff.sign-out-everywhere',
      subject: `staff:${staffId}`,
      label: staff.name,
      after: { count },
    })
    return { ok: true, count }
  })
}
