import { db } from '@/server/db'
import { resetIdentifier } from '@/server/reset-identifier'

/** Whose password a link leads to, while it does. */
export async function findResetLink(token: string): Promise<{ email: string } | null> {
  const link = await db().verification.findFirst({ where: { identifier: resetIdentifier(token), expiresAt: { gt: new Date() } } })
  if (!link) return null
  return await db().staff.findFirst({ where: { id: link.value, disabledAt: null }, select: { email: true } })
}
