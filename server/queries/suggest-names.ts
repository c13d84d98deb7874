import { Prisma } from '@/generated/prisma/client'
import { likeText, MOST_SUGGESTIONS, readTyped, type Suggestion, type Typed } from '@/newsroom/desk/suggestion'
import { db } from '@/server/db'
import { lately, NAMED, type NamedKind } from './named-kinds'

/** Among more than these only the shortest names are weighed by their use. */
const CANDIDATES = 1_000
const COUNTED = 100

interface Row {
  id: number
  name: string
  found: string
  uses: number
}

/**
 * Tags, people or sources whose name holds a text, or whose pinyin or initials begin with it; the exact name first, then what
 * begins with it, then the most used. What was merged, or is another word for a tag, leads to what it became. "" asks for
 * what the paper used lately.
 */
export async function suggestNames(kind: NamedKind, given: string): Promise<Suggestion[]> {
  const typed = readTyped(given)
  if (typed.text === '') return (await lately(kind)).map(({ id, name, uses }) => ({ id, label: name, uses }))
  return (await ranked(kind, hitsOf(kind, typed))).map(({ id, name, found, uses }) => ({
    id,
    label: name,
    uses,
    ...(found !== name && { alias: found }),
  }))
}

/** Queries that yield an id, the name that was hit, and how well: 0 exactly, 1 at its beginning, 2 somewhere. */
function hitsOf(kind: NamedKind, { text, sortKey, initials }: Typed): Prisma.Sql[] {
  const names = Prisma.sql`(SELECT "id", "name" AS "term", "sortKey" COLLATE "C" AS "sortKey", "initials" COLLATE "C" AS "initials" FROM ${NAMED[kind].table})`
  const held = Prisma.sql`lower(h."term") LIKE ${`%${likeText(text)}%`}`
  const somewhere = Prisma.sql`CASE WHEN lower(h."term") = ${text} THEN 0 ELSE 2 END`
  const hits = [shortest(somewhere, names, held)]
  // Pinyin finds homophones as well: whoever typed characters meant these.
  const meant = initials === null ? Prisma.sql`AND lower(h."term") LIKE ${`${likeText(text)}%`}` : Prisma.empty
  const first = Prisma.sql`1`
  if (sortKey !== null) hits.push(shortest(first, names, Prisma.sql`h."sortKey" LIKE ${`${likeText(sortKey)}%`} ${meant}`))
  if (initials !== null) hits.push(shortest(first, names, Prisma.sql`h."initials" LIKE ${`${initials}%`}`))
  if (kind === 'tags') hits.push(shortest(somewhere, Prisma.sql`(SELECT "tagId" AS "id", "term" FROM "TagSynonym")`, held))
  return hits
}

const shortest = (rank: Prisma.Sql, terms: Prisma.Sql, where: Prisma.Sql) =>
  Prisma.sql`(SELECT h."id", h."term", ${rank} FROM ${terms} h WHERE ${where} ORDER BY 3, char_length(h."term"), h."id" LIMIT ${CANDIDATES})`

async function ranked(kind: NamedKind, hits: Prisma.Sql[]): Promise<Row[]> {
  const { table, uses } = NAMED[kind]
  return await db().$queryRaw<Row[]>`
    WITH hit ("id", "found", "rank") AS (${Prisma.join(hits, ' UNION ALL ')}),
    target AS (
      SELECT DISTINCT ON (t."id") t."id", t."name", hit."found", hit."rank"
      FROM hit JOIN ${table} n ON n."id" = hit."id" JOIN ${table} t ON t."id" = coalesce(n."mergedIntoId", n."id")
      ORDER BY t."id", hit."rank", hit."found" <> t."name"),
    candidate AS (SELECT * FROM target ORDER BY "rank", char_length("name") LIMIT ${CANDIDATES})
    SELECT c."id", c."name", c."found",
      (SELECT count(*)::int FROM (${uses} LIMIT ${COUNTED}) used) AS "uses"
    FROM candidate c
    ORDER BY c."rank", "uses" DESC, char_length(c."name"), c."id" LIMIT ${MOST_SUGGESTIONS}`
}
