import type { Role } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'

/** The open invitation that a link leads to. */
export async function findInvitation(token: string): Promise<{ email: string; name: string; role: Role } | null> {
  return await db().invitation.findFirst({
    where: { tokenHash: tokenHash(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { email: true, name: true, role: true },
  })
}
