import { currentStaff } from '@/app/admin/desk-session'
import { countUnread } from '@/server/queries/list-notices'

/** `{ count }` of what the asker has not read, up to 99. */
export async function GET(): Promise<Response> {
  const staff = await currentStaff()
  if (!staff) return Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 })
  return Response.json({ count: await countUnread(staff) }, { headers: { 'Cache-Control': 'private, no-store' } })
}
