import { articlePath } from '@/newsroom/addresses'
import { LATEST } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isPublic } from './public-filter'

export interface NewestId {
  id: string
  publishedAt: Date
  headline: string
  path: string
}

/** The newest twenty, for the live notice. */
export async function listNewestIds(): Promise<NewestId[]> {
  reads(LATEST)
  const rows = await readDb().$queryRaw<Omit<NewestId, 'path'>[]>`
    SELECT a."id", a."publishedAt", r."headline" FROM "Article" a
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    WHERE ${isPublic('a')} ORDER BY a."listedAt" DESC, a."id" DESC LIMIT 20`
  return rows.map((row) => ({ ...row, path: articlePath(row, config().SITE_TIMEZONE) }))
}
