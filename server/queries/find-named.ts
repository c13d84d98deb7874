import { Prisma } from '@/generated/prisma/client'
import { likeText, readTyped, type Typed } from '@/newsroom/desk/suggestion'
import type { NamedHit, NamedKind } from '@/newsroom/search/named-hit'
import { readDb } from '@/server/db'
import { isPublic } from './public-filter'

interface Kind {
  table: Prisma.Sql
  /** public articles that carry the name `t` */
  articles: Prisma.Sql
}

/** Where names stand, and the articles by which readers know of them. */
export const CARRIED: Record<NamedKind, Kind> = {
  source: {
    table: Prisma.sql`"Source"`,
    articles: Prisma.sql`SELECT 1 FROM "Article" l WHERE l."sourceId" = t."id" AND ${isPublic('l')}`,
  },
  category: {
    table: Prisma.sql`"Category"`,
    articles: Prisma.sql`SELECT 1 FROM "ArticleCategory" l WHERE l."categoryId" = t."id" AND ${isPublic('l')}`,
  },
  tag: {
    table: Prisma.sql`"Tag"`,
    articles: Prisma.sql`SELECT 1 FROM "ArticleTag" l WHERE l."tagId" = t."id" AND ${isPublic('l')}`,
  },
  person: {
    table: Prisma.sql`"Person"`,
    // What readers see names them, not a draft of it.
    articles: Prisma.sql`SELECT 1 FROM "Byline" b JOIN "Article" l ON l."id" = b."articleId" AND l."liveRevision" = b."revision"
      WHERE b."personId" = t."id" AND ${isPublic('l')}`,
  },
}
const KINDS = Object.keys(CARRIED) as NamedKind[]

/** Of each way a name can be hit, the shortest. */
const CANDIDATES = 40
/** Popularity is counted so far. */
const COUNTED = 20

/**
 * Sources, categories, tags and people that readers know of, whose name, pinyin or initials begin with a text; the name itself
 * first, then the most used. A category called as a source, as old archives have them, is told once, as the source. Not for kept pages: names no tags.
 */
export async function findNamed(given: string, most: number): Promise<NamedHit[]> {
  const typed = readTyped(given)
  // One Latin letter begins the pinyin of everything.
  if (typed.text === '' || /^[a-z]$/.test(typed.text)) return []
  const kinds = KINDS.map((kind) => hitsOf(kind, typed))
  return await readDb().$queryRaw<NamedHit[]>`
    SELECT named."kind", named."slug", named."name", named."rank" FROM (
      SELECT DISTINCT ON (found."name") found.* FROM (${Prisma.join(kinds, ' UNION ALL ')}) found
      WHERE found."uses" > 0 ORDER BY found."name", found."rank", found."kind" DESC) named
    ORDER BY named."rank", named."uses" DESC, char_length(named."name"), named."name" LIMIT ${most}`
}

function hitsOf(kind: NamedKind, typed: Typed): Prisma.Sql {
  const { table, articles } = CARRIED[kind]
  return Prisma.sql`(
    SELECT ${kind}::text AS "kind", t."slug", t."name", hit."rank",
      (SELECT count(*)::int FROM (${articles} LIMIT ${COUNTED}) used) AS "uses"
    FROM (
      SELECT coalesce(way."mergedIntoId", way."id") AS "id", min(way."rank")::int AS "rank"
      FROM (${Prisma.join(waysTo(kind, typed), ' UNION ALL ')}) way GROUP BY 1) hit
    JOIN ${table} t ON t."id" = hit."id")`
}

function waysTo(kind: NamedKind, { text, sortKey, initials, beginning }: Typed): Prisma.Sql[] {
  const { table } = CARRIED[kind]
  const way = (whole: Prisma.Sql, ranks: readonly [number, number], where: Prisma.Sql) => Prisma.sql`
    (SELECT n."id", n."mergedIntoId", CASE WHEN ${whole} THEN ${ranks[0]} ELSE ${ranks[1]} END AS "rank" FROM ${table} n
     WHERE ${where} ORDER BY 3, char_length(n."name"), n."id" LIMIT ${CANDIDATES})`
  const begins = (column: Prisma.Sql, start: string) => Prisma.sql`${column} LIKE ${`${likeText(start)}%`}`
  const name = Prisma.sql`lower(n."name")`
  // An index answers this of all but categories, of which there are a few hundred.
  const indexed = kind === 'category' ? Prisma.sql`true` : Prisma.sql`name_parts(n."name") @> ${beginning}`
  const ways = [way(Prisma.sql`${name} = ${text}`, [0, 2], Prisma.sql`${indexed} AND ${begins(name, text)}`)]
  // Whoever typed characters meant these, not their homophones.
  if (initials === null) return ways
  const key = Prisma.sql`n."sortKey" COLLATE "C"`
  for (const pinyin of new Set([sortKey ?? initials, initials]))
    ways.push(way(Prisma.sql`${key} = ${pinyin}`, [1, 3], begins(key, pinyin)))
  const letters = Prisma.sql`n."initials" COLLATE "C"`
  ways.push(way(Prisma.sql`${letters} = ${initials}`, [1, 4], begins(letters, initials)))
  return ways
}
