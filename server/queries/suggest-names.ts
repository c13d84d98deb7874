import { Prisma } from '@/generated/prisma/client'
import { likeText, MOST_SUGGESTIONS, readTyped, type Suggestion, type Typed } from '@/newsroom/desk/suggestion'
import { db } from '@/server/db'
import { lately, NAMED, type NamedKind } from './named-kinds'

/** Among more than these only the shortest names are weighed by their use. */
const CANDIDATES = 300
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
  return (await ranked(kind, typed)).map(({ id, name, found, uses }) => ({
    id,
    label: name,
    uses,
    ...(found !== name && { alias: found }),
  }))
}

/** Names of a kind that fit, each as its id, the name that was hit, and how well: 0 exactly, 1 at its beginning, 2 somewhere. */
async function ranked(kind: NamedKind, typed: Typed): Promise<Row[]> {
  const { table, uses } = NAMED[kind]
  const targets = (hits: Prisma.Sql) => Prisma.sql`
    SELECT DISTINCT ON (t."id") t."id", t."name", hit."found", hit."rank"
    FROM (${hits}) hit ("id", "found", "rank")
    JOIN ${table} n ON n."id" = hit."id" JOIN ${table} t ON t."id" = coalesce(n."mergedIntoId", n."id")
    ORDER BY t."id", hit."rank", hit."found" <> t."name"`
  // What only holds the text comes after all that begins with it: it is looked for where that fills no list.
  const isShort = Prisma.sql`(SELECT count(*) FROM "beginning") < ${MOST_SUGGESTIONS}`
  return await db().$queryRaw<Row[]>`
    WITH "beginning" AS MATERIALIZED (${targets(union(beginnings(kind, typed)))}),
    target AS (${targets(Prisma.sql`SELECT "id", "found", "rank" FROM "beginning" UNION ALL ${union(holders(kind, typed, isShort))}`)}),
    candidate AS (SELECT * FROM target ORDER BY "rank", char_length("name") LIMIT ${CANDIDATES})
    SELECT c."id", c."name", c."found",
      (SELECT count(*)::int FROM (${uses} LIMIT ${COUNTED}) used) AS "uses"
    FROM candidate c
    ORDER BY c."rank", "uses" DESC, char_length(c."name"), c."id" LIMIT ${MOST_SUGGESTIONS}`
}

const union = (queries: Prisma.Sql[]) => Prisma.join(queries, ' UNION ALL ')

/** By the spelling where letters were typed: characters mean themselves and no homophone. An exact word for a tag is the tag. */
function beginnings(kind: NamedKind, { text, sortKey, initials, parts, beginning }: Typed): Prisma.Sql[] {
  const names = namesOf(kind)
  const rank = Prisma.sql`CASE WHEN lower(h."term") = ${text} THEN 0 ELSE 1 END`
  const begins = Prisma.sql`name_parts(h."term") @> ${beginning} AND lower(h."term") LIKE ${`${likeText(text)}%`}`
  const hits = initials === null ? [shortest(rank, names, begins)] : []
  // One letter begins the pinyin of what it begins the initials of.
  if (initials !== null && sortKey !== null && sortKey.length > 1)
    hits.push(shortest(rank, names, Prisma.sql`h."sortKey" LIKE ${`${likeText(sortKey)}%`}`))
  if (initials !== null) hits.push(shortest(rank, names, Prisma.sql`h."initials" LIKE ${`${initials}%`}`))
  const exactly = Prisma.sql`name_parts(h."term") @> ${parts} AND lower(h."term") = ${text}`
  if (kind === 'tags') hits.push(shortest(Prisma.sql`0`, SYNONYMS, exactly))
  return hits
}

function holders(kind: NamedKind, { text, parts }: Typed, wanted: Prisma.Sql): Prisma.Sql[] {
  const holds = Prisma.sql`${wanted} AND name_parts(h."term") @> ${parts} AND lower(h."term") LIKE ${`%${likeText(text)}%`}`
  const somewhere = Prisma.sql`CASE WHEN lower(h."term") = ${text} THEN 0 ELSE 2 END`
  return [namesOf(kind), ...(kind === 'tags' ? [SYNONYMS] : [])].map((terms) => shortest(somewhere, terms, holds))
}

const namesOf = (kind: NamedKind) =>
  Prisma.sql`(SELECT "id", "name" AS "term", "sortKey" COLLATE "C" AS "sortKey", "initials" COLLATE "C" AS "initials" FROM ${NAMED[kind].table})`
const SYNONYMS = Prisma.sql`(SELECT "tagId" AS "id", "term" FROM "TagSynonym")`

const shortest = (rank: Prisma.Sql, terms: Prisma.Sql, where: Prisma.Sql) =>
  Prisma.sql`(SELECT h."id", h."term", ${rank} FROM ${terms} h WHERE ${where} ORDER BY 3, char_length(h."term"), h."id" LIMIT ${CANDIDATES})`
