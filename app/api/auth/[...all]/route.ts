import { z } from 'zod'
import { readJson } from '@/app/api/read-json'
import type { Outcome } from '@/newsroom/desk/outcome'
import { type Cookies, signIn, signOut } from '@/server/auth/sign-in'
import { fromOwnOrigin } from '@/server/session'

const credentials = z.object({ email: z.string().max(320), password: z.string().max(1_000) })

const MOST_BYTES = 16_000

/** What can be asked for over HTTP, by the same way in as the forms; nothing of the library answers by itself. */
const DOORS: Record<string, (request: Request) => Promise<Outcome<Cookies & { needsCode?: boolean }>>> = {
  '/api/auth/sign-in/email': async (request) => {
    const sent = await readJson(request, MOST_BYTES)
    const read = credentials.safeParse('value' in sent ? sent.value : null)
    return read.success ? await signIn(request.headers, read.data) : { ok: false, errors: [{ code: 'sign-in.wrong-password' }] }
  },
  '/api/auth/sign-out': async (request) => ({ ok: true, ...(await signOut(request.headers)) }),
}

/** The session goes into its cookie and nowhere else: no script can read it from an answer. */
export async function POST(request: Request): Promise<Response> {
  const door = DOORS[new URL(request.url).pathname]
  if (!door) return Response.json({ errors: [{ code: 'not-found' }] }, { status: 404 })
  if (!fromOwnOrigin(request.headers)) return Response.json({ errors: [{ code: 'origin' }] }, { status: 403 })
  const outcome = await door(request)
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  if (!outcome.ok) return Response.json({ errors: outcome.errors }, { status: 401, headers })
  const { setCookies, needsCode = false } = outcome
  for (const line of setCookies) headers.append('Set-Cookie', line)
  return Response.json({ ok: true, needsCode }, { headers })
}
