import type { SourceOfArticle } from '@/newsroom/article'
import { LATEST, nameTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isPublic } from './public-filter'

type FoundSource = SourceOfArticle & { id: number }

/** An outlet that something public came from; what only drafts and embargoed articles name is not to be known of. */
export async function findSource(slug: string): Promise<FoundSource | null> {
  const [source] = await readDb().$queryRaw<FoundSource[]>`
    SELECT s."id", s."slug", s."name", s."url" FROM "Source" s WHERE s."slug" = ${slug}
      AND EXISTS (SELECT 1 FROM "Article" l WHERE l."sourceId" = s."id" AND ${isPublic('l')})`
  reads(source ? nameTag(`source:${source.id}`) : LATEST)
  return source ?? null
}
