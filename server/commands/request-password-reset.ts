import { randomUUID } from 'node:crypto'
import { newToken } from '@/server/link-token'
import { RESET_PREFIX, resetIdentifier } from '@/server/reset-identifier'
import type { Actor } from './actor'
import { recordAudit } from './record-audit'
import { transact } from './transact'

const GOOD_FOR_MS = 3_600_000

export interface ResetLink {
  token: string
  email: string
  name: string
}

/** A link to a new password, good once within an hour; earlier ones end. Null for an address that has no account, or a disabled one. */
export async function requestPasswordReset(actor: Actor, { email }: { email: string }): Promise<ResetLink | null> {
  const token = newToken()
  return await transact(async (tx) => {
    const staff = await tx.staff.findFirst({ where: { email: email.trim().toLowerCase(), disabledAt: null } })
    if (!staff) return null
    await tx.verification.deleteMany({ where: { value: staff.id, identifier: { startsWith: RESET_PREFIX } } })
    await tx.verification.create({
      data: {
        id: randomUUID(),
        identifier: resetIdentifier(token),
        value: staff.id,
        expiresAt: new Date(Date.now() + GOOD_FOR_MS),
      },
    })
    await recordAudit(tx, actor, { action: 'staff.request-reset', subject: `staff:${staff.id}`, label: staff.name })
    return { token, email: staff.email, name: staff.name }
  })
}
