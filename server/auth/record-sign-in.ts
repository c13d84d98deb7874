import { recordAudit } from '@/server/commands/record-audit'
import { db } from '@/server/db'
import { clientAddressOf } from '@/server/session'

/** Who came in, when, from where and by what. */
export async function recordSignIn(staffId: string, headers: Headers, by: string): Promise<void> {
  const { id, name, role } = await db().staff.findUniqueOrThrow({ where: { id: staffId } })
  const actor = {
    kind: 'staff',
    id,
    name,
    role,
    desk: null,
    address: clientAddressOf(headers),
    userAgent: headers.get('user-agent'),
  } as const
  await recordAudit(db(), actor, { action: 'staff.sign-in', subject: `staff:${id}`, label: name, after: { by } })
}
