import { requestTexts } from '@/app/admin/desk-locale'
import { currentStaff } from '@/app/admin/desk-session'
import { sameOrigin } from '@/app/admin/same-origin'
import { faultText } from '@/newsroom/desk/fault-text'
import type { Fault } from '@/newsroom/desk/outcome'
import { uploadMedia } from '@/server/commands/upload-media'

const STATUS: Record<string, number> = {
  'media.large': 413,
  'media.no-space': 507,
  'media.storage-away': 503,
  'denied.role': 403,
}

/** The picture itself is the body, `X-File-Name` (percent-encoded) what its owner calls it → `{ media, isNew }`. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return await refusal([{ code: 'denied.role' }], 403)
  const actor = await currentStaff()
  if (!actor) return await refusal([{ code: 'signed-out' }], 401)
  if (!request.body) return await refusal([{ code: 'media.empty' }], 422)
  const outcome = await uploadMedia(actor, {
    body: request.body,
    sizeBytes: sizeOf(request.headers),
    fileName: nameOf(request.headers),
  })
  if (!outcome.ok) return await refusal(outcome.errors, STATUS[outcome.errors[0]?.code ?? ''] ?? 422)
  const { media, isNew } = outcome
  return Response.json({ media, isNew }, { status: isNew ? 201 : 200, headers: { 'Cache-Control': 'private, no-store' } })
}

/** `message` is for whoever cannot translate a fault. */
async function refusal(errors: Fault[], status: number): Promise<Response> {
  const t = await requestTexts()
  return Response.json({ errors, message: errors.map((fault) => faultText(t, fault)).join('；') }, { status })
}

function sizeOf(headers: Headers): number | null {
  const said = headers.get('content-length')
  return said && /^\d{1,15}$/.test(said) ? Number(said) : null
}

function nameOf(headers: Headers): string {
  const given = headers.get('x-file-name') ?? ''
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}
