import { createHash, randomBytes } from 'node:crypto'
import { db } from './db'

const DAY_MS = 86_400_000
let kept: { day: number; salt: Promise<string> } | undefined

/**
 * What stands for a visitor who does something today, on every server: a hash with a salt that is drawn anew each day and thrown away
 * the day after, so that nobody can find out afterwards who it was, us included.
 */
export async function visitorHash(who: string, what: string): Promise<string> {
  return createHash('sha256')
    .update(await todaysSalt())
    .update(`${who}\0${what}`)
    .digest('base64url')
    .slice(0, 22)
}

async function todaysSalt(): Promise<string> {
  const day = Math.floor(Date.now() / DAY_MS)
  if (kept?.day !== day) kept = { day, salt: readSalt() }
  try {
    return await kept.salt
  } catch (error) {
    kept = undefined
    throw error
  }
}

/** Of several servers one draws it, by the database's day; the one of yesterday goes. */
async function readSalt(): Promise<string> {
  const salt = randomBytes(24).toString('base64url')
  await db().$executeRaw`
    INSERT INTO "VisitorSalt" ("day", "salt") VALUES ((now() AT TIME ZONE 'UTC')::date, ${salt}) ON CONFLICT DO NOTHING`
  const [row] = await db().$queryRaw<{ salt: string }[]>`
    SELECT "salt" FROM "VisitorSalt" WHERE "day" = (now() AT TIME ZONE 'UTC')::date`
  return row?.salt ?? salt
}

/** What says nothing any more. */
export async function pruneVisitors(): Promise<void> {
  await db().$executeRaw`DELETE FROM "VisitorSalt" WHERE "day" < (now() AT TIME ZONE 'UTC')::date`
  await db().$executeRaw`DELETE FROM "VisitorDeed" WHERE "until" < now()`
  await db().$executeRaw`DELETE FROM "VisitorSearch" WHERE "freeAt" < now()`
}
