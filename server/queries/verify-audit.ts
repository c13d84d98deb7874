import { type ChainFault, type ChainHead, type ChainLink, ChainWalk } from '@/newsroom/desk/audit-chain'
import type { Tx } from '@/server/db'

export interface AuditVerdict {
  /** how far the chain is whole */
  number: bigint
  hash: string
  /** the first thing that is not as it was written; null: nothing */
  fault: ChainFault | null
}

const A_WALK = 5_000

/**
 * Reads the whole record and hashes it here: what the database says of itself is not believed. `heads`: where it stood before, kept
 * outside of it; without them nobody can tell that its end is missing.
 */
export async function verifyAudit(tx: Pick<Tx, '$queryRaw'>, heads: readonly ChainHead[]): Promise<AuditVerdict> {
  const walk = new ChainWalk(heads)
  for (let links = await linksAfter(tx, 0n); links.length > 0; links = await linksAfter(tx, walk.head.number)) {
    for (const link of links) {
      const fault = walk.follow(link)
      if (fault) return { ...walk.head, fault }
    }
  }
  return { ...walk.head, fault: walk.end() ?? (await slippedIn(tx)) }
}

/** The same array as the database's `audit_text`. */
async function linksAfter(tx: Pick<Tx, '$queryRaw'>, number: bigint): Promise<ChainLink[]> {
  return await tx.$queryRaw<ChainLink[]>`
    SELECT l."number", l."entryId", l."hash", CASE WHEN e."id" IS NOT NULL THEN
      jsonb_build_array(e."id", (extract(epoch FROM e."at") * 1000)::bigint, e."actorId", e."actorName", e."action", e."subject",
        e."label", e."before"::text, e."after"::text, e."address", e."userAgent")::text END AS "text"
    FROM "AuditLink" l LEFT JOIN "AuditEntry" e ON e."id" = l."entryId"
    WHERE l."number" > ${number} ORDER BY l."number" LIMIT ${A_WALK}`
}

async function slippedIn(tx: Pick<Tx, '$queryRaw'>): Promise<ChainFault | null> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT e."id" FROM "AuditEntry" e WHERE NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."entryId" = e."id")
    ORDER BY e."id" LIMIT 1`
  return row ? { kind: 'slipped-in', number: null, entryId: row.id } : null
}
