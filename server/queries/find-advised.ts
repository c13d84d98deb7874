import type { Advised } from '@/newsroom/desk/advice'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'

/** What of somebody's own account decides what they are advised of. */
export async function findAdvised({ id, name, role }: StaffActor): Promise<Advised> {
  const { email, twoFactorEnabled, _count } = await db().staff.findUniqueOrThrow({
    where: { id },
    select: { email: true, twoFactorEnabled: true, _count: { select: { passkeys: true } } },
  })
  return { name, role, email, guarded: twoFactorEnabled || _count.passkeys > 0 }
}
