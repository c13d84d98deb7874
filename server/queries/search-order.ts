import { Prisma } from '@/generated/prisma/client'
import type { Cursor } from '@/newsroom/cursor'
import type { SearchPlan } from '@/newsroom/search/search-plan'
import type { Ask } from '@/server/search-pool'
import { findHits, type Hit, type Hits, newestOf, type Question } from './search-hits'

/** A hit and where it stands in its list. */
export interface Placed {
  id: string
  at: number | Cursor
}

/** A list of hits that can be walked from any place in either direction. */
export interface Walkable {
  walk: (from: number | Cursor | null, back: boolean) => AsyncGenerator<Placed[]>
}

/** About a page, and what of it the texts may not confirm. */
const BATCH = 28
const RANKED = 300

const cursorOf = ({ id, at }: Hit): Cursor => ({ id, at })
const placed = (hits: readonly Hit[]): Placed[] => hits.map((hit) => ({ id: hit.id, at: cursorOf(hit) }))
const isBefore = (a: Cursor, b: Cursor) => a.at > b.at || (a.at.getTime() === b.at.getTime() && a.id > b.id)

/** Newest first. */
export function byTime(hits: Hits): Walkable {
  return {
    async *walk(from, back) {
      const cursor = typeof from === 'number' ? null : from
      if (hits.all === null) {
        for await (const batch of hits.walk(cursor, back, BATCH)) yield placed(batch)
        return
      }
      const rest = cursor ? hits.all.filter((hit) => (back ? isBefore(hit, cursor) : isBefore(cursor, hit))) : hits.all
      yield* batchesOf(placed(back ? rest.toReversed() : rest))
    },
  }
}

/**
 * The best first: of the newest that have all words in the headline and the newest that have them anywhere, by what their
 * dictionary words weigh and gently by age; after those all others by time.
 */
export async function byRelevance(ask: Ask, hits: Hits, plan: SearchPlan, question: Question): Promise<Walkable> {
  const headlines = plan.headline ? await newestOf(await findHits(ask, { ...question, needs: plan.headline }), RANKED) : []
  const anywhere = await newestOf(hits, RANKED)
  const ranked = await rank(ask, plan, headlines, anywhere)
  const known = new Set(ranked.map(({ id }) => id))
  const boundary = anywhere.length < RANKED ? null : (anywhere.at(-1) ?? null)
  const later = byTime(hits)

  async function* afterThose(from: Cursor | null): AsyncGenerator<Placed[]> {
    const start = from ?? (boundary && cursorOf(boundary))
    if (!start) return
    for await (const batch of later.walk(start, false)) yield batch.filter(({ id }) => !known.has(id))
  }
  async function* backToThose(from: Cursor): AsyncGenerator<Placed[]> {
    for await (const batch of later.walk(from, true)) {
      const here = batch.filter(({ id, at }) => !known.has(id) && boundary && typeof at !== 'number' && isBefore(boundary, at))
      yield here
      if (here.length === 0) break
    }
    yield* batchesOf(ranked.toReversed())
  }
  return {
    async *walk(from, back) {
      if (from !== null && typeof from !== 'number') yield* back ? backToThose(from) : afterThose(from)
      else if (back) yield* batchesOf(ranked.slice(0, from ?? 0).toReversed())
      else {
        yield* batchesOf(ranked.slice(from === null ? 0 : from + 1))
        yield* afterThose(null)
      }
    },
  }
}

const IN_HEADLINE = 0.3
const YEAR_MS = 365.25 * 86_400_000
/** What is new counts up to twice what is old. */
const recency = (at: Date) => 0.5 + 0.5 / (1 + Math.max(0, Date.now() - at.getTime()) / YEAR_MS)

async function rank(ask: Ask, { rank: query }: SearchPlan, headlines: Hit[], anywhere: Hit[]): Promise<Placed[]> {
  const inHeadline = new Set(headlines.map(({ id }) => id))
  const hits = [...headlines, ...anywhere.filter(({ id }) => !inHeadline.has(id))]
  const weights = new Map<string, number>()
  if (query !== null && hits.length > 1) {
    const rows = await ask<{ id: string; weight: number }>(Prisma.sql`
      SELECT l."articleId" AS "id", ts_rank(l."ranks", ${query}::tsquery) AS "weight" FROM "SearchEntry" l
      WHERE l."articleId" = ANY(${hits.map(({ id }) => id)}::text[]) AND l."part" < 2`)
    for (const { id, weight } of rows) weights.set(id, weight)
  }
  const score = ({ id, at }: Hit) => ((weights.get(id) ?? 0) + (inHeadline.has(id) ? IN_HEADLINE : 0) + 0.05) * recency(at)
  return hits
    .map((hit) => ({ hit, score: score(hit) }))
    .sort((a, b) => b.score - a.score || (isBefore(a.hit, b.hit) ? -1 : 1))
    .map(({ hit }, index) => ({ id: hit.id, at: index }))
}

function* batchesOf(hits: readonly Placed[]): Generator<Placed[]> {
  for (let at = 0; at < hits.length; at += BATCH) yield hits.slice(at, at + BATCH)
}
