import { auth } from '@/server/auth/auth'
import { fromOwnOrigin } from '@/server/session'

/** What of the sign-in can be asked for over HTTP; all else of the library stays inside. */
const OPEN = [
  '/api/auth/sign-in/email',
  '/api/auth/two-factor/verify-totp',
  '/api/auth/two-factor/verify-backup-code',
  '/api/auth/sign-out',
]

export async function POST(request: Request): Promise<Response> {
  if (!OPEN.includes(new URL(request.url).pathname)) return Response.json({ errors: [{ code: 'not-found' }] }, { status: 404 })
  if (!fromOwnOrigin(request.headers)) return Response.json({ errors: [{ code: 'origin' }] }, { status: 403 })
  const answer = await auth().handler(request)
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}
