import type { NamedPlace } from '@/newsroom/article'
import { CATEGORIES, LATEST } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isPublic } from './public-filter'

export interface CategoryEntry extends NamedPlace {
  /** `A` … `Z`, or `#` for what does not begin with a letter */
  letter: string
  count: number
}

/** Every category that has something to read, in the order of a register: by pinyin. */
export async function listCategories(): Promise<CategoryEntry[]> {
  reads(CATEGORIES, LATEST)
  const rows = await readDb().$queryRaw<(NamedPlace & { sortKey: string; count: number })[]>`
    SELECT c."slug", c."name", c."sortKey", n."count"
    FROM (SELECT l."categoryId", count(*)::int AS "count" FROM "ArticleCategory" l WHERE ${isPublic('l')} GROUP BY 1) n
    JOIN "Category" c ON c."id" = n."categoryId"
    ORDER BY c."sortKey" COLLATE "C", c."slug"`
  return rows.map(({ slug, name, sortKey, count }) => ({
    slug,
    name,
    count,
    letter: /^[a-z]/i.exec(sortKey)?.[0].toUpperCase() ?? '#',
  }))
}
