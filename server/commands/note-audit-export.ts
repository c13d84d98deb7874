import type { AuditFilter } from '@/newsroom/desk/audit-filter'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { Actor } from './actor'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Writes down that somebody takes the record, or this part of it, out of the house: asked before the first line leaves. */
export async function noteAuditExport(
  actor: Actor,
  { filter, format }: { filter: AuditFilter; format: 'csv' | 'json' },
): Promise<Outcome> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'read-audit')) return refused({ code: 'denied.role' })
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null))
  await transact((tx) => recordAudit(tx, actor, { action: 'audit.export', subject: 'audit', after: { format, ...asked } }))
  return { ok: true }
}
