import { Prisma } from '@/generated/prisma/client'
import type { NamedPlace } from '@/newsroom/article'
import { readDb } from '@/server/db'
import { isPublic } from './public-filter'

/** What a search is narrowed to, by name; null: asked for, and readers know none of that name. Undefined: not asked for. */
export type SearchPlaces = Partial<Record<PlaceKind, NamedPlace | null>>
type PlaceKind = 'source' | 'category' | 'tag'

const PLACES: Record<PlaceKind, { table: Prisma.Sql; articles: Prisma.Sql }> = {
  source: { table: Prisma.sql`"Source"`, articles: Prisma.sql`"Article" l WHERE l."sourceId" = t."id"` },
  category: { table: Prisma.sql`"Category"`, articles: Prisma.sql`"ArticleCategory" l WHERE l."categoryId" = t."id"` },
  tag: { table: Prisma.sql`"Tag"`, articles: Prisma.sql`"ArticleTag" l WHERE l."tagId" = t."id"` },
}

/** Reads names and slugs as somebody typed them; what was merged is what it became. Not for kept pages: names no tags. */
export async function findSearchPlaces(asked: Readonly<Record<PlaceKind, string | null>>): Promise<SearchPlaces> {
  const found: SearchPlaces = {}
  for (const kind of Object.keys(PLACES) as PlaceKind[]) {
    const text = asked[kind]
    if (text !== null) found[kind] = await findPlace(kind, text)
  }
  return found
}

async function findPlace(kind: PlaceKind, text: string): Promise<NamedPlace | null> {
  const { table, articles } = PLACES[kind]
  const [place] = await readDb().$queryRaw<NamedPlace[]>`
    SELECT t."slug", t."name" FROM ${table} n JOIN ${table} t ON t."id" = coalesce(n."mergedIntoId", n."id")
    WHERE (n."slug" = ${text} OR n."name" = ${text}) AND EXISTS (SELECT 1 FROM ${articles} AND ${isPublic('l')})
    ORDER BY n."slug" <> ${text} LIMIT 1`
  return place ?? null
}
