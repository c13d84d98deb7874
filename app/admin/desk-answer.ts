import { currentStaff } from '@/app/admin/desk-session'
import { sameOrigin } from '@/app/admin/same-origin'
import { readJson } from '@/app/api/read-json'
import type { Fault } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'

const PRIVATE = { 'cache-control': 'private, no-store' }

/** JSON that is nobody's but the asker's. */
export const answer = (value: object, status = 200): Response => Response.json(value, { status, headers: PRIVATE })

/** What stood in the way, with the status that says what kind of obstacle it is. */
export function faultAnswer(errors: readonly Fault[], more: object = {}): Response {
  return answer({ errors, ...more }, statusOf(errors))
}

function statusOf(errors: readonly Fault[]): number {
  const has = (test: (code: string) => boolean) => errors.some(({ code }) => test(code))
  if (has((code) => code === 'signed-out')) return 401
  if (has((code) => code.startsWith('denied.') || code === 'origin')) return 403
  if (has((code) => code === 'not-found')) return 404
  return has((code) => code === 'stale' || code === 'taken-over') ? 409 : 422
}

/** Who sends this, from a page of this site; else the answer to give. */
export async function senderOf(request: Request): Promise<StaffActor | Response> {
  if (!sameOrigin(request)) return faultAnswer([{ code: 'origin' }])
  return (await currentStaff()) ?? faultAnswer([{ code: 'signed-out' }])
}

/** The longest text with what stands around it; a longer body is not read to its end. */
const MOST_BYTES = 12_000_000

/** What a page of the desk sent; null: nothing that can be read. */
export async function sentTo(request: Request): Promise<unknown> {
  const sent = await readJson(request, MOST_BYTES)
  return 'value' in sent ? sent.value : null
}
