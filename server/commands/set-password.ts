import { randomUUID } from 'node:crypto'
import type { Tx } from '@/server/db'
import { RESET_PREFIX } from '@/server/reset-identifier'

/** Puts a password's hash in place of the one there was, and ends every session: whoever knew the old one is out. */
export async function setPassword(tx: Tx, staffId: string, passwordHash: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { userId: staffId, providerId: 'credential' },
    data: { password: passwordHash },
  })
  if (count === 0) {
    await tx.account.create({
      data: { id: randomUUID(), accountId: staffId, providerId: 'credential', userId: staffId, password: passwordHash },
    })
  }
  await tx.verification.deleteMany({ where: { value: staffId, identifier: { startsWith: RESET_PREFIX } } })
  await tx.session.deleteMany({ where: { userId: staffId } })
}
