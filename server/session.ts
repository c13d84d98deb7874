import { createHash } from 'node:crypto'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from './db'

const COOKIE = /(?:^|;\s*)broadsheet\.session=([^;.]+)/

/** Who asks, by the session of these request headers; null: nobody, or no longer anybody. */
export async function staffOf(headers: Headers): Promise<StaffActor | null> {
  const [, token] = COOKIE.exec(headers.get('cookie') ?? '') ?? []
  if (!token) return null
  const session = await db().session.findUnique({
    where: { token: createHash('sha256').update(token).digest('hex') },
    include: { user: { include: { desk: true } } },
  })
  if (!session || session.expiresAt <= new Date() || session.user.disabledAt) return null
  const { id, name, role, desk } = session.user
  return {
    kind: 'staff',
    id,
    name,
    role,
    desk: desk.length > 0 ? await withSubcategories(desk.map(({ categoryId }) => categoryId)) : null,
    address: session.ipAddress,
    userAgent: headers.get('user-agent'),
  }
}

async function withSubcategories(ids: number[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH RECURSIVE below AS (
      SELECT "id" FROM "Category" WHERE "id" = ANY(${ids})
      UNION SELECT c."id" FROM "Category" c JOIN below b ON c."parentId" = b."id")
    SELECT "id" FROM below`
  return rows.map(({ id }) => id)
}
