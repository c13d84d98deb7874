import { db } from '@/server/db'

/**
 * Which of these files of an archive were read before, and what their bytes were (hex), so that they need not be parsed again.
 * Refused ones are: today's rules may read them. `withPictures` leaves out those with pictures that could not be copied.
 */
export async function findKnownFiles(archive: string, paths: string[], withPictures: boolean): Promise<Map<string, string>> {
  const items = await db().$queryRaw<{ path: string; contentHash: string }[]>`
    SELECT "path", "contentHash" FROM "ImportItem"
    WHERE "archive" = ${archive} AND "path" = ANY(${paths}) AND "outcome" <> 'refused'
      AND NOT (${withPictures} AND "notes" @> '[{ "field": "picture" }]')`
  return new Map(items.map(({ path, contentHash }) => [path, contentHash]))
}
