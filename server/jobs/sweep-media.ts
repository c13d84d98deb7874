import { db } from '@/server/db'
import { log } from '@/server/log'
import { ageOfMedia, listMedia, removeMedia } from '@/server/storage'

/** Far longer than anybody needs from a file to the row that knows it. */
const YOUNG_MS = 24 * 3_600_000
/** More files than this, most of them unknown: the storage and the database are not of one site. */
const SUSPICIOUS = 20
const ID = /[0-9a-f]{64}/

/**
 * Takes away files that no picture knows, as a process leaves them that is killed between a file and its row; answers how many.
 * Where most of what is there is unknown, somebody has started an old storage on a new database, and nothing is touched.
 */
export async function sweepMedia(): Promise<number> {
  const forgotten: string[] = []
  let files = 0
  for await (const keys of listMedia()) {
    files += keys.length
    for (const key of await unknownOf(keys)) if (await isOld(key)) forgotten.push(key)
  }
  if (forgotten.length > SUSPICIOUS && forgotten.length > files / 2) {
    log().warn({ files, unknown: forgotten.length }, 'most files of pictures are unknown to this database: none is taken away')
    return 0
  }
  let removed = 0
  for (const key of forgotten) {
    // Since it was looked at, somebody may have sent the same picture again.
    if (!(await isOld(key)) || (await unknownOf([key])).length === 0) continue
    await removeMedia(key)
    removed++
  }
  if (removed > 0) log().info({ removed }, 'files that no picture knows were taken away')
  return removed
}

const isOld = async (key: string) => ((await ageOfMedia(key)) ?? 0) > YOUNG_MS

async function unknownOf(keys: string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const ids = [...new Set(keys.flatMap((key) => ID.exec(key)?.[0] ?? []))]
  const known = await db().$queryRaw<{ key: string }[]>`
    SELECT "originalKey" AS "key" FROM "Media" WHERE "id" = ANY(${ids}) AND "originalKey" IS NOT NULL
    UNION SELECT r->>'key' FROM "Media", jsonb_array_elements("renditions") r WHERE "id" = ANY(${ids})`
  const found = new Set(known.map(({ key }) => key))
  return keys.filter((key) => !found.has(key))
}
