import { isSecondFactorAsked } from '@/newsroom/desk/second-factor'
import type { StaffActor } from '@/newsroom/desk/staff'
import { isOwnOrigin } from '@/newsroom/own-origin'
import { clientHeader } from './client-header'
import { config } from './config'
import { db } from './db'
import { tokenHash } from './link-token'
import { reached } from './render-scope'
import { sessionToken } from './session-cookie'
import { IDLE_MS } from './session-limits'

/** How exactly "last seen" is kept: not every request is worth a write. */
const SEEN_EVERY_MS = 60_000

/** Which row of sessions this request belongs to, if it does. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  return (await liveSession(headers))?.id ?? null
}

async function liveSession(headers: Headers) {
  const token = sessionToken(headers.get('cookie'))
  if (!token) return null
  const session = await db().session.findUnique({
    where: { token: tokenHash(token) },
    include: { user: { include: { desk: true } } },
  })
  if (!session || session.user.disabledAt || session.expiresAt <= new Date()) return null
  return session.updatedAt.getTime() > Date.now() - IDLE_MS ? session : null
}

/** Who asks, by the session of these request headers; null: nobody, no longer anybody, or somebody who owes a second factor. */
export async function staffOf(headers: Headers): Promise<StaffActor | null> {
  const known = await signedIn(headers)
  return known?.owesSecondFactor ? null : (known?.actor ?? null)
}

/** Whose session it is. `owesSecondFactor`: nothing is open to them but to set theirs up. */
export async function signedIn(headers: Headers): Promise<{ actor: StaffActor; owesSecondFactor: boolean } | null> {
  const session = await liveSession(headers)
  if (!session) return null
  if (session.updatedAt.getTime() < Date.now() - SEEN_EVERY_MS) {
    // Gone meanwhile: then it stays gone.
    await db().session.updateMany({ where: { id: session.id }, data: { updatedAt: new Date() } })
  }
  const { id, name, role, desk, twoFactorEnabled } = session.user
  const actor: StaffActor = {
    kind: 'staff',
    id,
    name,
    role,
    desk: desk.length > 0 ? await withSubcategories(desk.map(({ categoryId }) => categoryId)) : null,
    address: clientAddressOf(headers) ?? session.ipAddress,
    userAgent: headers.get('user-agent'),
  }
  return { actor, owesSecondFactor: !twoFactorEnabled && isSecondFactorAsked(config().SECOND_FACTOR, role) }
}

/** Who asks, as a network address; null where Next runs without the page server. */
export const clientAddressOf = (headers: Headers): string | null => headers.get(clientHeader()) || null

/** Whether a request that changes something comes from a page of this site. */
export function fromOwnOrigin(headers: Headers): boolean {
  reached()
  const { SITE_URL, SITE_URL_GIVEN } = config()
  return isOwnOrigin(
    {
      origin: headers.get('origin'),
      host: headers.get('host'),
      fetchSite: headers.get('sec-fetch-site'),
      address: clientAddressOf(headers),
    },
    { origin: SITE_URL, certain: SITE_URL_GIVEN },
  )
}

async function withSubcategories(ids: number[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH RECURSIVE below AS (
      SELECT "id" FROM "Category" WHERE "id" = ANY(${ids})
      UNION SELECT c."id" FROM "Category" c JOIN below b ON c."parentId" = b."id")
    SELECT "id" FROM below`
  return rows.map(({ id }) => id)
}
