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
    WITH event AS (INSERT INTO "BusEvent" ("tags") VALUES (${names}) RETURNING "id"),
      edges AS (INSERT INTO "Purge" ("edgeUrl", "tags") SELECT "url", ${names} FROM "Edge")
    SELECT pg_notify(${BUS_CHANNEL}, "id"::text)::text FROM event`
}
