import type { Tx } from '@/server/db'
import { jsonRows } from './json-rows'

export interface OldAddress {
  /** decoded, with its leading slash */
  path: string
  articleId: string | null
  mediaId: string | null
}

/** Addresses the old site had; the first one to claim an address keeps it. Answers those that are new. */
export async function keepOldAddresses(tx: Tx, addresses: OldAddress[]): Promise<string[]> {
  if (addresses.length === 0) return []
  const rows = await tx.$queryRaw<{ path: string }[]>`
    INSERT INTO "Redirect" ("path", "articleId", "mediaId") SELECT x."path", x."articleId", x."mediaId"
    FROM json_to_recordset(${jsonRows(addresses)}::json) AS x("path" text, "articleId" text, "mediaId" text)
    ON CONFLICT ("path") DO NOTHING RETURNING "path"`
  return rows.map(({ path }) => path)
}
