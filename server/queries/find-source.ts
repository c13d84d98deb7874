import type { SourceOfArticle } from '@/newsroom/article'
import { LATEST, nameTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isPublic, wasShown } from './public-filter'

type FoundSource = SourceOfArticle & { id: number }

/** An outlet that something public came from, now or once; what only drafts and embargoed articles name is not to be known of. */
export async function findSource(slug: string): Promise<FoundSource | null> {
  const [source] = await readDb().$queryRaw<FoundSource[]>`
    SELECT n."id", n."slug", n."name", n."url" FROM "Source" n WHERE n."slug" = ${slug}
      AND (EXISTS (SELECT 1 FROM "Article" l WHERE l."sourceId" = n."id" AND ${isPublic('l')}) OR ${wasShown('Source')})`
  reads(source ? nameTag(`source:${source.id}`) : LATEST)
  return source ?? null
}
