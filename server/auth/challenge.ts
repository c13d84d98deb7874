import { randomUUID } from 'node:crypto'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'

const GOOD_FOR_MS = 300_000

const identifierOf = (challenge: string) => `passkey-challenge:${tokenHash(challenge)}`

/** Remembers what a passkey is asked to sign: for one of the staff who adds a key, or for anybody at the door. */
export async function keepChallenge(challenge: string, staffId: string | null): Promise<void> {
  await db().verification.deleteMany({ where: { expiresAt: { lt: new Date() } } })
  await db().verification.create({
    data: {
      id: randomUUID(),
      identifier: identifierOf(challenge),
      value: staffId ?? '',
      expiresAt: new Date(Date.now() + GOOD_FOR_MS),
    },
  })
}

/** Whether this was asked for, of them, and not used before: it is used now. */
export async function dropChallenge(challenge: string, staffId: string | null): Promise<boolean> {
  const { count } = await db().verification.deleteMany({
    where: { identifier: identifierOf(challenge), value: staffId ?? '', expiresAt: { gt: new Date() } },
  })
  return count === 1
}
