import { db } from '@/server/db'

/** The address of somebody who may sign in. */
export async function findStaffMail(staffId: string): Promise<string | null> {
  return (await db().staff.findFirst({ where: { id: staffId, disabledAt: null }, select: { email: true } }))?.email ?? null
}
