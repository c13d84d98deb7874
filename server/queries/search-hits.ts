import { Prisma } from '@/generated/prisma/client'
import type { Cursor } from '@/newsroom/cursor'
import { SAMPLES, sampleLexeme } from '@/newsroom/search/lexeme'
import { lexemesOfMonths, monthOf, startOfMonth, stretches } from '@/newsroom/search/months'
import { anyOf, queryOf, type SearchPlan } from '@/newsroom/search/search-plan'
import type { Ask } from '@/server/search-pool'
import { isPublic } from './public-filter'

export interface Hit {
  id: string
  at: Date
}

/** What must match, and between which instants: from one, until just before the other. */
export interface Question extends Pick<SearchPlan, 'needs' | 'without'> {
  from: Date | null
  until: Date | null
}

/** Everything the index says matches: all of it where it is little, else how many about, and a way to walk through it. */
export type Hits =
  | { all: Hit[] }
  | {
      all: null
      about: number
      /** newest first after a place, or oldest first before it */
      walk: (from: Cursor | null, back: boolean, batch: number) => AsyncGenerator<Hit[]>
    }

/** Hits that are read whole at the first try; and where samples say there are few enough, as many as there may be at the most. */
const [FEW, MOST] = [2_000, 10_000]
/** Of one sample: a tenth more or less is known of the rest. */
const ENOUGH_IN_ONE = 100
/** Of sixteen: some three thousand in all. */
const ENOUGH_IN_SIXTEEN = 48

/**
 * A rare word is read whole. Of a common one a sample says how many there are and, by their times, how far back a page's
 * worth reaches: only those months are asked for, so that a page costs the same whether a word is in a thousand articles or
 * in a million, in today's or in those of ten years ago.
 */
export async function findHits(ask: Ask, question: Question): Promise<Hits> {
  const readAll = async (limit: number) => await ask<Hit>(hitRows(question, { lexemes: monthsOf(question), limit }))
  const one = await sample(ask, question, 1)
  if (one.length < 3) {
    const all = await readAll(FEW + 1)
    if (all.length <= FEW) return { all }
  }
  if (one.length >= ENOUGH_IN_ONE) return many(one, 1)
  const sixteen = await sample(ask, question, 16)
  return sixteen.length < ENOUGH_IN_SIXTEEN ? { all: await readAll(MOST) } : many(sixteen, 16)

  function many(sampled: Date[], samples: number): Hits {
    return {
      all: null,
      about: Math.round((sampled.length * SAMPLES) / samples),
      walk: (from, back, batch) => walk(ask, question, { sampled, from, back, batch }),
    }
  }
}

/** The newest of them. */
export async function newestOf(hits: Hits, most: number): Promise<Hit[]> {
  if (hits.all) return hits.all.slice(0, most)
  const found: Hit[] = []
  for await (const batch of hits.walk(null, false, most)) {
    found.push(...batch)
    if (found.length >= most) break
  }
  return found.slice(0, most)
}

async function sample(ask: Ask, question: Question, samples: number): Promise<Date[]> {
  const lexemes = anyOf(Array.from({ length: samples }, (_, index) => sampleLexeme(index)))
  const months = monthsOf(question)
  const query = queryOf(question, lexemes, ...(months ? [anyOf(months)] : []))
  const rows = await ask<{ at: Date }>(Prisma.sql`
    SELECT l."listedAt" AS "at" FROM "SearchEntry" l
    WHERE l."part" = 0 AND l."terms" @@ ${query}::tsquery AND ${isPublic('l')} AND ${within(question)}
    ORDER BY l."listedAt" DESC`)
  return rows.map(({ at }) => at)
}

interface Walk {
  sampled: Date[]
  from: Cursor | null
  back: boolean
  batch: number
}

async function* walk(ask: Ask, question: Question, { sampled, from, back, batch }: Walk): AsyncGenerator<Hit[]> {
  const [newest, oldest] = await bounds(ask, question)
  const start = from?.at ?? newest
  const ahead = (back ? sampled.toReversed() : sampled).filter((at) => (back ? at > start : at < start))
  const months = stretches(monthOf(start), monthOf(back ? newest : oldest), ahead.map(monthOf))
  let cursor = from
  for (const [first, last] of months) {
    const [since, before] = [startOfMonth(first), startOfMonth(last + 1)]
    const here: Question = {
      ...question,
      from: question.from && question.from > since ? question.from : since,
      until: question.until && question.until < before ? question.until : before,
    }
    for (;;) {
      const hits = await ask<Hit>(hitRows(here, { lexemes: lexemesOfMonths(first, last), limit: batch, cursor, back }))
      if (hits.length > 0) yield hits
      const end = hits.at(-1)
      if (end) cursor = end
      if (hits.length < batch) break
    }
  }
}

/** Between which instants there is anything. */
async function bounds(ask: Ask, { from, until }: Question): Promise<[newest: Date, oldest: Date]> {
  const [row] = await ask<{ newest: Date; oldest: Date | null }>(Prisma.sql`
    SELECT now() AS "newest", (SELECT l."listedAt" FROM "Article" l WHERE l."listedAt" IS NOT NULL ORDER BY l."listedAt" LIMIT 1) AS "oldest"`)
  const now = row?.newest ?? new Date()
  const oldest = row?.oldest ?? now
  return [until && until < now ? until : now, from && from > oldest ? from : oldest]
}

function monthsOf({ from, until }: Question): string[] | null {
  return from && until ? lexemesOfMonths(monthOf(from), monthOf(until)) : null
}

const within = ({ from, until }: Question) =>
  Prisma.sql`(${from}::timestamptz IS NULL OR l."listedAt" >= ${from}::timestamptz)
    AND (${until}::timestamptz IS NULL OR l."listedAt" < ${until}::timestamptz)`

interface Reading {
  lexemes: string[] | null
  limit: number
  cursor?: Cursor | null
  back?: boolean
}

/** Articles in several parts are few, and asked one by one: their words may stand in different parts. */
function hitRows(question: Question, { lexemes, limit, cursor = null, back = false }: Reading): Prisma.Sql {
  const query = queryOf(question, ...(lexemes ? [anyOf(lexemes)] : []))
  const order = Prisma.raw(back ? 'ASC' : 'DESC')
  const keyset = cursor
    ? Prisma.sql`AND (l."listedAt", l."articleId") ${Prisma.raw(back ? '>' : '<')} (${cursor.at}::timestamptz, ${cursor.id})`
    : Prisma.empty
  const some = (piece: string) => Prisma.sql`bool_or(l."terms" @@ ${piece}::tsquery)`
  const having = Prisma.join(
    [...question.needs.map(some), ...question.without.map((piece) => Prisma.sql`NOT ${some(piece)}`)],
    ' AND ',
  )
  return Prisma.sql`
    SELECT hit."id", hit."at" FROM (
      SELECT l."articleId" AS "id", l."listedAt" AS "at" FROM "SearchEntry" l
        WHERE l."part" = 0 AND l."terms" @@ ${query}::tsquery AND ${isPublic('l')} AND ${within(question)} ${keyset}
      UNION ALL SELECT l."articleId", l."listedAt" FROM "SearchEntry" l
        WHERE l."part" > 0 AND ${isPublic('l')} AND ${within(question)} ${keyset}
        GROUP BY l."articleId", l."listedAt" HAVING ${having}) hit
    ORDER BY hit."at" ${order}, hit."id" ${order} LIMIT ${limit}`
}
