import type { MediaUseLine } from '@/newsroom/desk/media-library'
import { may } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'

const MOST = 100

export interface MediaUses {
  lines: MediaUseLine[]
  /** articles that the one who asks may not see, or that are too many to name */
  others: number
}

/** Where a picture is shown, as lead or in a text, live or in a draft; of what the asker may not read only the number. */
export async function listMediaUses(actor: StaffActor, mediaId: string): Promise<MediaUses> {
  const uses = await db().$queryRaw<(MediaUseLine & { total: number })[]>`
    SELECT a."id" AS "articleId", coalesce(nullif(d."headline", ''), r."headline", '') AS "headline",
      a."publication" = 'live' AND (a."leadMediaId" = ${mediaId} OR r."bodyHtml" LIKE ${`%/${mediaId}-%`}) AS "live",
      count(*) OVER ()::int AS "total"
    FROM "MediaUse" u JOIN "Article" a ON a."id" = u."articleId"
    LEFT JOIN "Draft" d ON d."articleId" = a."id"
    LEFT JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = coalesce(a."liveRevision", a."draftRevision")
    WHERE u."mediaId" = ${mediaId} ORDER BY a."touchedAt" DESC, a."id" DESC LIMIT ${MOST}`
  const lines: MediaUseLine[] = []
  for (const { articleId, headline, live } of uses) {
    const facts = await readArticleFacts(db(), articleId)
    if (facts && may(actor, 'read', facts)) lines.push({ articleId, headline, live })
  }
  return { lines, others: (uses[0]?.total ?? 0) - lines.length }
}
