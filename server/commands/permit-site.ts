import { type Fault, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'

/** The refusal of whoever may not decide what holds for the whole site. */
export function siteRefusal(actor: StaffActor): { ok: false; errors: Fault[] } | null {
  return mayAtDesk(actor, 'manage-site') ? null : refused({ code: 'denied.role' })
}
