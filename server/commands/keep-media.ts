import type { Tx } from '@/server/db'
import type { StoredPicture } from './import-batch'
import { jsonRows } from './json-rows'

/** Records pictures whose files are in storage; the same bytes are one picture. */
export async function keepMedia(tx: Tx, pictures: StoredPicture[]): Promise<void> {
  if (pictures.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Media" ("id", "origin", "width", "height", "sizeBytes", "renditions", "alt")
    SELECT x."id", x."origin", x."width", x."height", x."sizeBytes", x."renditions", nullif(x."alt", '')
    FROM json_to_recordset(${jsonRows(pictures)}::json) AS x("id" text, "origin" text, "width" int, "height" int,
      "sizeBytes" int, "renditions" jsonb, "alt" text)
    ON CONFLICT ("id") DO NOTHING`
}
