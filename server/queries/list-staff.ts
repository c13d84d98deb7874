import type { Role } from '@/newsroom/desk/staff'
import { db } from '@/server/db'

interface Named {
  id: number
  name: string
}

export interface StaffRow {
  id: string
  name: string
  email: string
  role: Role
  /** none: the whole paper */
  desks: Named[]
  secondFactor: boolean
  passkeys: number
  disabled: boolean
  /** last request of a session that is still there */
  seen: string | null
}

export interface InvitationRow {
  id: string
  name: string
  email: string
  role: Role
  desks: Named[]
  expires: string
  expired: boolean
  /** null: from the terminal */
  from: string | null
}

export interface StaffRegister {
  staff: StaffRow[]
  invitations: InvitationRow[]
  categories: (Named & { initials: string })[]
}

/** Everybody who works here, and whoever is asked to; those disabled come last. */
export async function listStaff(): Promise<StaffRegister> {
  const [staff, invitations, categories] = await Promise.all([
    db().staff.findMany({
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
      include: {
        desk: { select: { category: { select: { id: true, name: true } } } },
        sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
        _count: { select: { passkeys: true } },
      },
    }),
    db().invitation.findMany({
      where: { acceptedAt: null, revokedAt: null, email: { not: '' } },
      orderBy: { createdAt: 'desc' },
      include: { invitedBy: { select: { name: true } } },
    }),
    db().category.findMany({
      where: { mergedIntoId: null },
      orderBy: { sortKey: 'asc' },
      select: { id: true, name: true, initials: true },
    }),
  ])
  const named = new Map(categories.map(({ id, name }) => [id, { id, name }]))
  return {
    staff: staff.map(({ id, name, email, role, desk, twoFactorEnabled, disabledAt, sessions, _count }) => ({
      id,
      name,
      email,
      role,
      desks: desk.map(({ category }) => category),
      secondFactor: twoFactorEnabled,
      passkeys: _count.passkeys,
      disabled: disabledAt !== null,
      seen: sessions[0]?.updatedAt.toISOString() ?? null,
    })),
    invitations: invitations.map(({ id, name, email, role, categoryIds, expiresAt, invitedBy }) => ({
      id,
      name,
      email,
      role,
      desks: categoryIds.flatMap((categoryId) => named.get(categoryId) ?? []),
      expires: expiresAt.toISOString(),
      expired: expiresAt <= new Date(),
      from: invitedBy?.name ?? null,
    })),
    categories,
  }
}
