import { currentStaff } from '@/app/admin/desk-session'
import { readMediaFilter } from '@/newsroom/desk/media-library'
import { mayAtDesk } from '@/newsroom/desk/permission'
import { listMedia } from '@/server/queries/list-media'

/** `?q=`, `filter=`, `before=` → `{ items, next }` */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentStaff()
  if (!actor) return Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 })
  if (!mayAtDesk(actor, 'upload-media')) return Response.json({ errors: [{ code: 'denied.role' }] }, { status: 403 })
  const { searchParams } = new URL(request.url)
  const page = await listMedia(actor, {
    text: searchParams.get('q') ?? '',
    filter: readMediaFilter(searchParams.get('filter')),
    before: searchParams.get('before'),
  })
  return Response.json(page, { headers: { 'Cache-Control': 'private, no-store' } })
}
