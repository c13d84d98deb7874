import { deviceName } from '@/newsroom/desk/device-name'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { IDLE_MS } from '@/server/session-limits'

export interface SessionRow {
  id: string
  browser: string | null
  system: string | null
  address: string | null
  since: string
  seen: string
}

export interface AccountView {
  email: string
  secondFactor: boolean
  desks: string[]
  passkeys: { id: string; name: string; since: string; used: string | null }[]
  sessions: SessionRow[]
}

/** Somebody's own account, as they see it. */
export async function findAccount(actor: StaffActor): Promise<AccountView> {
  const { email, twoFactorEnabled, desk, passkeys, sessions } = await db().staff.findUniqueOrThrow({
    where: { id: actor.id },
    include: {
      desk: { include: { category: { select: { name: true } } } },
      passkeys: { orderBy: { createdAt: 'asc' } },
      sessions: {
        where: { expiresAt: { gt: new Date() }, updatedAt: { gt: new Date(Date.now() - IDLE_MS) } },
        orderBy: { updatedAt: 'desc' },
      },
    },
  })
  return {
    email,
    secondFactor: twoFactorEnabled,
    desks: desk.map(({ category }) => category.name),
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({
      id,
      name,
      since: createdAt.toISOString(),
      used: usedAt?.toISOString() ?? null,
    })),
    sessions: sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
      id,
      ...deviceName(userAgent),
      address: ipAddress || null,
      since: createdAt.toISOString(),
      seen: updatedAt.toISOString(),
    })),
  }
}
