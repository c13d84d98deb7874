import { Prisma } from '@/generated/prisma/client'
import { BATCH, type Outlet, SITE_FEEDS } from '@/newsroom/push/channel'
import { db } from '@/server/db'

export interface Claimed {
  id: bigint
  target: string
  event: string
  articleId: string | null
  payload: unknown
  attempts: number
  createdAt: Date
}

/** Whoever died with a delivery in hand has it taken from them after this: longer than one call may take. */
const HELD_FOR_S = 20
/** A hub and a webhook are told one by one: so many in the time something is held. */
const ONE_BY_ONE = 10

/**
 * Takes what is due of one outlet, oldest first (the site's own feeds before all others), for some seconds: nobody else sends it
 * meanwhile. Of one article a webhook hears in order: a later event waits for the one before it. `most`: where fewer are wanted than a
 * call takes.
 */
export async function claimDeliveries(outlet: Outlet, most = mostOf(outlet)): Promise<Claimed[]> {
  const { channel } = outlet
  const own =
    outlet.channel === 'webhook'
      ? Prisma.sql`w."webhookId" = ${outlet.webhookId} AND NOT EXISTS (
          SELECT 1 FROM "Delivery" e WHERE e."webhookId" = w."webhookId" AND e."articleId" = w."articleId" AND e."id" < w."id"
            AND e."doneAt" IS NULL AND e."gaveUpAt" IS NULL)`
      : Prisma.sql`w."channel" = ${channel}`
  const first = channel === 'websub' ? Prisma.sql`w."target" = ANY(${SITE_FEEDS}) DESC,` : Prisma.empty
  const rows = await db().$queryRaw<Claimed[]>`
    UPDATE "Delivery" d SET "attempts" = d."attempts" + 1, "notBefore" = now() + make_interval(secs => ${HELD_FOR_S})
    FROM (
      SELECT w."id" FROM "Delivery" w
      WHERE ${own} AND w."doneAt" IS NULL AND w."gaveUpAt" IS NULL AND w."notBefore" <= now()
      ORDER BY ${first} w."id" LIMIT ${most} FOR UPDATE SKIP LOCKED) due
    WHERE d."id" = due."id"
    RETURNING d."id", d."target", d."event", d."articleId", d."payload", d."attempts", d."createdAt"`
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Holds on to what was taken, while others of it are sent. */
export async function holdDeliveries(rows: readonly Claimed[]): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await db().$executeRaw`
    UPDATE "Delivery" SET "notBefore" = now() + make_interval(secs => ${HELD_FOR_S}) WHERE "id" = ANY(${ids}) AND "doneAt" IS NULL`
}

const mostOf = ({ channel }: Outlet) => (channel === 'webhook' || channel === 'websub' ? ONE_BY_ONE : BATCH[channel])
