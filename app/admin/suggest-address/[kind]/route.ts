import { currentStaff } from '@/app/admin/desk-session'
import { ADDRESSED_KINDS } from '@/newsroom/desk/taxonomy'
import { suggestAddress } from '@/server/queries/suggest-address'

/** `?name=` what something is called (`&id=` which it is, if it is there) → `{ slug }`: the address it would get by itself. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  if (!(await currentStaff())) return Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 })
  const { kind } = await params
  const known = ADDRESSED_KINDS.find((each) => each === kind)
  if (!known) return Response.json({ errors: [{ code: 'not-found' }] }, { status: 404 })
  const asked = new URL(request.url).searchParams
  const id = /^\d{1,9}$/.exec(asked.get('id') ?? '')?.[0]
  const slug = await suggestAddress(known, asked.get('name') ?? '', id === undefined ? null : Number(id))
  return Response.json({ slug }, { headers: { 'Cache-Control': 'private, no-store' } })
}
