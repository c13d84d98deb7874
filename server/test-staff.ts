import { randomUUID } from 'node:crypto'
import type { Role, StaffActor } from '@/newsroom/desk/staff'
import { db } from './db'

/** For tests of commands and queries: somebody of the staff, signed in nowhere. `desk` holds ids of categories; null: the whole paper. */
export async function insertStaff(name: string, role: Role = 'reporter', desk: number[] | null = null): Promise<StaffActor> {
  const id = randomUUID()
  await db().staff.create({ data: { id, name, role, email: `${id}@example.test`, emailVerified: true }, select: { id: true } })
  if (desk) await db().staffDesk.createMany({ data: desk.map((categoryId) => ({ staffId: id, categoryId })) })
  return { kind: 'staff', id, name, role, desk, address: null, userAgent: null }
}
