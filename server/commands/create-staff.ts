import { randomUUID } from 'node:crypto'
import type { Place } from '@/newsroom/desk/staff-form'
import type { Tx } from '@/server/db'

export interface NewStaff extends Place {
  email: string
  name: string
  passwordHash: string
}

/** Makes an account with its password, inside a transaction; null where the address has one already. */
export async function createStaff(tx: Tx, { email, name, role, categoryIds, passwordHash }: NewStaff): Promise<string | null> {
  const id = randomUUID()
  const { count } = await tx.staff.createMany({ data: [{ id, email, name, role, emailVerified: true }], skipDuplicates: true })
  if (count === 0) return null
  await tx.account.create({
    data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: passwordHash },
  })
  await setDesk(tx, id, categoryIds)
  return id
}

/** The categories in somebody's charge become exactly these; those that are gone meanwhile are passed over. */
export async function setDesk(tx: Tx, staffId: string, categoryIds: readonly number[]): Promise<void> {
  const known = await tx.category.findMany({ where: { id: { in: [...categoryIds] } }, select: { id: true } })
  await tx.staffDesk.deleteMany({ where: { staffId } })
  await tx.staffDesk.createMany({ data: known.map(({ id }) => ({ staffId, categoryId: id })) })
}
