import type { NamedPlace } from '@/newsroom/article'
import { LATEST, nameTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isPublic, wasShown } from './public-filter'

/** A tag that stands on something public, or stood; what is only on drafts and embargoed articles is not to be known of. */
export async function findTag(slug: string): Promise<(NamedPlace & { id: number }) | null> {
  const [tag] = await readDb().$queryRaw<(NamedPlace & { id: number })[]>`
    SELECT n."id", n."slug", n."name" FROM "Tag" n WHERE n."slug" = ${slug}
      AND (EXISTS (SELECT 1 FROM "ArticleTag" l WHERE l."tagId" = n."id" AND ${isPublic('l')}) OR ${wasShown('Tag')})`
  reads(tag ? nameTag(`tag:${tag.id}`) : LATEST)
  return tag ?? null
}
