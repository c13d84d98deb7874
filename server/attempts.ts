import { Prisma } from '@/generated/prisma/client'
import { networkOf } from '@/newsroom/network-address'
import { db } from './db'

/** How guessing gets slower: after `free` tries each waits twice as long as the one before, from `lockAfter` on a quarter of an hour. */
export interface Pace {
  free: number
  lockAfter: number
}

/** Of one account, of one device that its owner signed in on before, and of a network, where a whole newsroom may sit. */
export const PACES = {
  account: { free: 5, lockAfter: 10 },
  device: { free: 5, lockAfter: 10 },
  code: { free: 5, lockAfter: 8 },
  mail: { free: 3, lockAfter: 5 },
  network: { free: 30, lockAfter: 60 },
  /** of a network that asks what a passkey is to sign: each question is kept for five minutes */
  challenge: { free: 60, lockAfter: 120 },
  /** of a network that shows tokens of the API */
  token: { free: 30, lockAfter: 60 },
} as const satisfies Record<string, Pace>

const LOCK_SECONDS = 900
const WINDOW_SECONDS = 3600

export type AttemptKey = `${keyof typeof PACES}:${string}`

export const networkKey = (address: string | null): AttemptKey => `network:${networkOf(address ?? '')}`
export const challengeKey = (address: string | null): AttemptKey => `challenge:${networkOf(address ?? '')}`
export const tokenKey = (address: string | null): AttemptKey => `token:${networkOf(address ?? '')}`

/**
 * Counts a try against each key, before anything is evaluated, and answers after how many seconds it may be made; 0: now. One
 * statement a key, decided by the row itself: of a hundred at once a hundred are counted, and those that were made to wait lock it as
 * the others do, once. Throws when it cannot count: then nobody gets in.
 */
export async function countTry(keys: readonly AttemptKey[]): Promise<number> {
  let waitSeconds = 0
  for (const key of keys) waitSeconds = Math.max(waitSeconds, await countOne(key))
  return waitSeconds
}

async function countOne(key: AttemptKey): Promise<number> {
  const { free, lockAfter } = PACES[key.split(':')[0] as keyof typeof PACES]
  const next = Prisma.sql`CASE WHEN a."windowSince" < clock_timestamp() - ${WINDOW_SECONDS} * interval '1 second' THEN 1 ELSE a."count" + 1 END`
  const letThrough = await db().$queryRaw<unknown[]>`
    INSERT INTO "Attempt" AS a ("key", "count", "windowSince") VALUES (${key}, 1, clock_timestamp())
    ON CONFLICT ("key") DO UPDATE SET
      "count" = ${next},
      "windowSince" = CASE WHEN ${next} = 1 THEN clock_timestamp() ELSE a."windowSince" END,
      "blockedUntil" = CASE
        WHEN ${next} < ${free} THEN NULL
        WHEN ${next} < ${lockAfter} THEN clock_timestamp() + power(2, ${next} - ${free} + 1) * interval '1 second'
        ELSE clock_timestamp() + ${LOCK_SECONDS} * interval '1 second' END
    WHERE a."blockedUntil" IS NULL OR a."blockedUntil" <= clock_timestamp()
    RETURNING 1 AS one`
  if (letThrough.length > 0) return 0
  const [blocked] = await db().$queryRaw<{ wait: number }[]>`
    UPDATE "Attempt" SET "count" = "count" + 1,
      "blockedUntil" = CASE WHEN "count" + 1 = ${lockAfter}
        THEN greatest("blockedUntil", clock_timestamp() + ${LOCK_SECONDS} * interval '1 second') ELSE "blockedUntil" END
    WHERE "key" = ${key}
    RETURNING ceil(extract(epoch FROM "blockedUntil" - clock_timestamp()))::int AS wait`
  return Math.max(1, blocked?.wait ?? 1)
}

/** A try that succeeded: an account starts afresh, a network has that one given back. */
export async function forgiveTry(keys: readonly AttemptKey[]): Promise<void> {
  const networks = keys.filter((key) => key.startsWith('network:'))
  await db().attempt.deleteMany({ where: { key: { in: keys.filter((key) => !networks.includes(key)) } } })
  await db().attempt.updateMany({
    where: { key: { in: networks }, count: { gt: 0 }, blockedUntil: null },
    data: { count: { decrement: 1 } },
  })
}

/** Counts that say nothing any more. */
export async function pruneAttempts(): Promise<number> {
  return await db().$executeRaw`
    DELETE FROM "Attempt" WHERE "windowSince" < now() - interval '1 day' AND ("blockedUntil" IS NULL OR "blockedUntil" < now())`
}
