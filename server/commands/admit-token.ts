import { MOST_A_MINUTE, wireName } from '@/newsroom/api/wire'
import { TOKEN_MARK, type TokenScope } from '@/newsroom/desk/api-token'
import { countTry, forgiveTry, tokenKey } from '@/server/attempts'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'
import type { WireActor } from './wire-actor'

/** `waitSeconds` 0: it is no token that is good now, and nothing more is said of it. */
export type Admitted = { ok: true; actor: WireActor } | { ok: false; waitSeconds: number }

interface Row {
  id: number
  name: string
  wire: string
  scopes: TokenScope[]
  categoryIds: number[]
  minuteCount: number
}

const MINUTE_S = 60

/**
 * Who delivers, by the token they show. It is looked up by its hash, so how long that takes tells nothing of it; one that was
 * never made, has ended or was taken back is answered alike. Whoever shows such tokens is made to wait.
 */
export async function admitToken(token: string | null, address: string | null): Promise<Admitted> {
  const key = tokenKey(address)
  const waitSeconds = await countTry([key])
  if (waitSeconds > 0) return { ok: false, waitSeconds }
  const row = token?.startsWith(TOKEN_MARK) ? await use(token) : null
  if (!row) return { ok: false, waitSeconds: 0 }
  await forgiveTry([key])
  if (row.minuteCount > MOST_A_MINUTE) return { ok: false, waitSeconds: MINUTE_S }
  return { ok: true, actor: await actorOf(row) }
}

/** Counts one use of it, of a hundred at once a hundred. */
async function use(token: string): Promise<Row | null> {
  const [row] = await db().$queryRaw<Row[]>`
    UPDATE "ApiToken" SET "usedOn" = (clock_timestamp() AT TIME ZONE ${config().SITE_TIMEZONE})::date,
      "minuteCount" = CASE WHEN "minuteSince" > clock_timestamp() - interval '1 minute' THEN "minuteCount" + 1 ELSE 1 END,
      "minuteSince" = CASE WHEN "minuteSince" > clock_timestamp() - interval '1 minute' THEN "minuteSince" ELSE clock_timestamp() END
    WHERE "tokenHash" = ${tokenHash(token)} AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > clock_timestamp())
    RETURNING "id", "name", "wire", "scopes", "categoryIds", "minuteCount"`
  return row ?? null
}

async function actorOf({ id, name, wire, scopes, categoryIds }: Row): Promise<WireActor> {
  return {
    kind: 'system',
    name: wireName(wire),
    tokenId: id,
    label: name,
    wire,
    mayPublish: scopes.includes('ingest:publish'),
    categoryIds: categoryIds.length === 0 ? null : await below(categoryIds),
  }
}

/** What became of each category, and all below it. */
async function below(ids: number[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH RECURSIVE below AS (
      SELECT coalesce("mergedIntoId", "id") AS "id" FROM "Category" WHERE "id" = ANY(${ids})
      UNION SELECT c."id" FROM "Category" c JOIN below b ON c."parentId" = b."id")
    SELECT "id" FROM below`
  return rows.map(({ id }) => id)
}
