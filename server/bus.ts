import type { Tx } from './db'

/** The channel the servers LISTEN on; its payload is the id of a BusEvent row, never the tags themselves. */
export const BUS_CHANNEL = 'broadsheet_bus'

/**
 * Inside the writer's transaction: one row with the tags, and a NOTIFY with its id, both delivered at commit.
 * Edges that keep pages are told the same, out of one row each (server/jobs/edge). A failure fails the command, so nothing is ever
 * changed in silence.
 */
export async function publishTags(tx: Tx, tags: Iterable<string>): Promise<void> {
  const names = [...new Set(tags)]
  if (names.length === 0) return
  await tx.$queryRaw`
    WITH event AS (INSERT INTO "BusEvent" ("tags", "createdAt") VALUES (${names}, clock_timestamp()) RETURNING "id"),
      edges AS (INSERT INTO "Purge" ("edgeUrl", "tags") SELECT "url", ${names} FROM "Edge")
    SELECT pg_notify(${BUS_CHANNEL}, "id"::text)::text FROM event`
}

/** How far a primary has written. */
export interface PrimaryPosition {
  /** bytes of its log: whoever has replayed them has every commit anybody heard of */
  position: bigint
  /** the same for a primary and all that follow it */
  system: string
  /** epoch milliseconds by its own clock */
  clockMs: number
}

/**
 * Asks a primary for it. What is inserted counts, flushed or not. At the beginning of a page that is behind the page's header of
 * 24 bytes, where no standby ever comes to stand, though it has replayed all there is.
 */
export const PRIMARY_POSITION = `
  SELECT (at - CASE WHEN at % current_setting('wal_block_size')::int = 24 THEN 24 ELSE 0 END)::bigint::text AS "position",
         (SELECT system_identifier::text FROM pg_control_system()) AS "system",
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "clockMs"
  FROM (SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS at) written`

type PositionRow = Omit<PrimaryPosition, 'position'> & { position: string }

export function readPosition({ rows: [row] }: { rows: PositionRow[] }): PrimaryPosition | null {
  return row ? { ...row, position: BigInt(row.position) } : null
}
