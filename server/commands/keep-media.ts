import type { Tx } from '@/server/db'
import type { StoredPicture } from './import-batch'
import { indexMedia } from './index-media'
import { jsonRows } from './json-rows'
import type { Change } from './plan-change'
import { recordMediaUse } from './record-media-use'

/** Records pictures whose files are in storage; the same bytes are one picture. */
export async function keepMedia(tx: Tx, pictures: StoredPicture[]): Promise<void> {
  if (pictures.length === 0) return
  const rows = pictures.map(({ told, ...picture }) => ({ ...picture, ...told }))
  const made = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Media" ("id", "origin", "width", "height", "sizeBytes", "renditions", "alt", "credit", "caption", "rights", "focalX",
      "focalY", "aiGenerated")
    SELECT x."id", x."origin", x."width", x."height", x."sizeBytes", x."renditions", nullif(x."alt", ''), x."credit", x."caption",
      x."rights", coalesce(x."focalX", 0.5), coalesce(x."focalY", 0.5), coalesce(x."aiGenerated", false)
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "origin" text, "width" int, "height" int,
      "sizeBytes" int, "renditions" jsonb, "alt" text, "credit" text, "caption" text, "rights" text, "focalX" float8, "focalY" float8,
      "aiGenerated" boolean)
    ON CONFLICT ("id") DO NOTHING RETURNING "id"`
  await indexMedia(
    tx,
    made.map(({ id }) => id),
  )
}

/** Which articles show them: the new ones as their files say, the others as they stand now. */
export async function keepMediaUses(tx: Tx, changes: Change[]): Promise<void> {
  const fresh = changes.filter(({ held }) => !held)
  const rows = fresh.flatMap(({ id, post }) => post.media.map((picture) => ({ mediaId: picture.id, articleId: id })))
  if (rows.length > 0) await tx.mediaUse.createMany({ data: rows, skipDuplicates: true })
  for (const { id, held, altered } of changes) if (held && altered) await recordMediaUse(tx, id)
}
