import { config } from '@/server/config'
import { db } from '@/server/db'
import { newToken, tokenHash } from '@/server/link-token'
import { SetupError } from '@/server/setup-error'
import { OPERATOR } from './actor'
import { addStaff } from './add-staff'
import { recordAudit } from './record-audit'
import { transact } from './transact'

const GOOD_FOR_MS = 7 * 86_400_000

export type First = { made: 'none' } | { made: 'account'; email: string } | { made: 'link'; token: string }

/**
 * Lets the first administrator in, while nobody works here: by ADMIN_EMAIL and ADMIN_PASSWORD, else by a link that opens once.
 * Every start makes a new link and ends the one before. There is no default password.
 */
export async function firstAdministrator(): Promise<First> {
  if ((await db().staff.count()) > 0) return { made: 'none' }
  const { ADMIN_EMAIL, ADMIN_PASSWORD, SITE_NAME } = config()
  const place = { role: 'administrator' as const, categoryIds: [] }
  if (ADMIN_EMAIL !== undefined && ADMIN_PASSWORD !== undefined) {
    const name = ADMIN_EMAIL.split('@')[0] ?? SITE_NAME
    const added = await addStaff(OPERATOR, { ...place, email: ADMIN_EMAIL, name, password: ADMIN_PASSWORD })
    if (!added.ok) throw new SetupError(`ADMIN_PASSWORD makes no account: ${added.errors.map(({ code }) => code).join(', ')}`)
    return { made: 'account', email: ADMIN_EMAIL }
  }
  const token = newToken()
  await transact(async (tx) => {
    await tx.invitation.updateMany({ where: { email: '', acceptedAt: null, revokedAt: null }, data: { revokedAt: new Date() } })
    const { id } = await tx.invitation.create({
      data: { ...place, tokenHash: tokenHash(token), email: '', name: '', expiresAt: new Date(Date.now() + GOOD_FOR_MS) },
    })
    await recordAudit(tx, OPERATOR, { action: 'staff.invite', subject: `invitation:${id}`, after: { role: 'administrator' } })
  })
  return { made: 'link', token }
}
