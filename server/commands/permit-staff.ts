import { type Fault, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { Actor } from './actor'

/** Whether an actor may decide who works here; the refusal where not. */
export function staffRefusal(actor: Actor): { ok: false; errors: Fault[] } | null {
  return actor.kind === 'system' || mayAtDesk(actor, 'manage-staff') ? null : refused({ code: 'denied.role' })
}
