import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { db } from '@/server/db'
import { hashPassword } from '@/server/password-hash'
import { resetIdentifier } from '@/server/reset-identifier'
import { passwordRefusal } from './check-password'
import { recordAudit } from './record-audit'
import { setPassword } from './set-password'
import { transact } from './transact'

export interface Reset {
  token: string
  password: string
  address: string | null
  userAgent: string | null
}

/** A new password for whoever holds the link: the link is spent, every session ends. The second factor stays. */
export async function resetPassword({ token, password, address, userAgent }: Reset): Promise<Outcome<{ staffId: string }>> {
  const link = { identifier: resetIdentifier(token), expiresAt: { gt: new Date() } }
  const found = await db().verification.findFirst({ where: link })
  const staff = found && (await db().staff.findFirst({ where: { id: found.value, disabledAt: null } }))
  if (!staff) return refused({ code: 'link-spent' })
  const refusal = passwordRefusal(password, staff)
  if (refusal) return refusal
  const passwordHash = await hashPassword(password)
  return await transact(async (tx) => {
    const { count } = await tx.verification.deleteMany({ where: link })
    if (count === 0) return refused({ code: 'link-spent' })
    await setPassword(tx, staff.id, passwordHash)
    const actor = { kind: 'staff', id: staff.id, name: staff.name, role: staff.role, desk: null, address, userAgent } as const
    await recordAudit(tx, actor, { action: 'staff.reset-password', subject: `staff:${staff.id}`, label: staff.name })
    return { ok: true, staffId: staff.id }
  })
}
