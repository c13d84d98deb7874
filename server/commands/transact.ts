import { db, type Tx } from '@/server/db'

const LONGEST_MS = 20_000

/** One command, one transaction. Whoever waits for a connection waits longer than Prisma would: a save must not fail in a rush. */
export async function transact<Result>(command: (tx: Tx) => Promise<Result>): Promise<Result> {
  return await db().$transaction(command, { maxWait: LONGEST_MS, timeout: LONGEST_MS })
}
