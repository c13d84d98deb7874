'use server'
import { currentStaff } from '@/app/admin/desk-session'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { markNoticesRead } from '@/server/commands/mark-notices-read'

export async function markAllRead(): Promise<Outcome> {
  const staff = await currentStaff()
  return staff ? await markNoticesRead(staff, {}) : refused({ code: 'signed-out' })
}
