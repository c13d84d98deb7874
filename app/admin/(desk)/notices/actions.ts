'use server'
import { asStaff } from '@/app/admin/desk-action'
import type { Outcome } from '@/newsroom/desk/outcome'
import { markNoticesRead } from '@/server/commands/mark-notices-read'

export async function markAllRead(): Promise<Outcome> {
  return await asStaff((actor) => markNoticesRead(actor, {}))
}
