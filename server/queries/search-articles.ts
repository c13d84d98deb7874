import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard } from '@/newsroom/article'
import { nextPeriod, startOfDay } from '@/newsroom/calendar'
import { holdsWords } from '@/newsroom/search/holds-words'
import { normalise } from '@/newsroom/search/normalise'
import { excerptAround, type Mark, type MarkedText, marksOfHeadline } from '@/newsroom/search/search-marks'
import { readPlace, type SearchPlace, writePlace } from '@/newsroom/search/search-place'
import { planSearch, type SearchPlan } from '@/newsroom/search/search-plan'
import type { SearchQuery } from '@/newsroom/search/search-query'
import { dictionaryWords } from '@/newsroom/search/segment'
import { config } from '@/server/config'
import { type Ask, SearchBusy, SearchSlow, withSearchConnection } from '@/server/search-pool'
import { cardsOf } from './article-card'
import { isPublic } from './public-filter'
import { facetsOf } from './search-facets'
import { findHits, type Hits, type Question } from './search-hits'
import { byRelevance, byTime } from './search-order'
import { type FoundPage, type FoundText, readPage, readTexts } from './search-page'

/** An article as a list of search results shows it. */
export interface SearchHit extends ArticleCard {
  headlineMarks: Mark[]
  excerpt: MarkedText
}

export type SearchAnswer =
  | {
      state: 'found'
      total: { count: number; exact: boolean }
      hits: SearchHit[]
      /** cursors, opaque */
      next: string | null
      previous: string | null
      /** nothing holds a long word in one piece: these parts of it were looked for; else empty */
      parts: string[]
    }
  /** cut off by the time limit */
  | { state: 'slow' }
  /** the bounded pool's queue is full */
  | { state: 'busy' }

export interface SearchPage {
  cursor?: string | undefined
  /** articles a page, 20 unless told */
  size?: number
}

/** Live articles that hold all words, over connections of their own. Not for kept pages: names no tags. */
export async function searchArticles(query: SearchQuery, { cursor, size = 20 }: SearchPage = {}): Promise<SearchAnswer> {
  try {
    return await withSearchConnection(async (ask) => {
      const place = readPlace(cursor)
      const strict = place?.loose ? NOTHING : await search(ask, query, place, size)
      if (strict.state !== 'found' || strict.hits.length > 0 || (place && !place.loose)) return strict
      const words = partsOf(query.words)
      return words ? await search(ask, { ...query, words }, place, size, words) : strict
    })
  } catch (error) {
    if (error instanceof SearchSlow) return { state: 'slow' }
    if (error instanceof SearchBusy) return { state: 'busy' }
    throw error
  }
}

const NOTHING: SearchAnswer = {
  state: 'found',
  total: { count: 0, exact: true },
  hits: [],
  next: null,
  previous: null,
  parts: [],
}

/** The dictionary words of what was typed; null where that is nothing else. */
function partsOf(words: readonly string[]): string[] | null {
  const parts = words.flatMap((word) => {
    const all = [...new Set(dictionaryWords(normalise(word)))]
    // Those that stand within a longer one too say nothing more.
    const short = all.filter((part) => !all.some((other) => other !== part && part.includes(other)))
    return short.length > 0 ? short : [word]
  })
  return parts.some((part) => !words.some((word) => normalise(word) === part)) ? parts : null
}

async function search(
  ask: Ask,
  query: SearchQuery,
  place: SearchPlace | null,
  size: number,
  parts: string[] = [],
): Promise<SearchAnswer> {
  const facets = await facetsOf(ask, query)
  const plan = facets && planSearch(query.words, query.excluded, facets)
  if (!plan) return NOTHING
  const asOf = query.order === 'relevance' ? (place?.asOf ?? Date.now()) : null
  const question = { ...plan, ...rangeOf(query, asOf) }
  const hits = await confirmed(ask, plan, await findHits(ask, question))
  const list = query.order === 'relevance' ? await byRelevance(ask, hits, plan, question) : byTime(hits)
  const ends = (at: SearchPlace['at'], back: boolean) => writePlace({ loose: parts.length > 0, back, asOf, at })
  const from = place?.at ?? null
  const there = await readPage(ask, list, plan, { from, back: place?.back ?? false, size })
  // Fewer than a page before it: that is the first page.
  const isFirst = place === null || (place.back && !there.more)
  const found = isFirst && place ? await readPage(ask, list, plan, { from: null, back: false, size }) : there
  const back = !isFirst && place.back
  const items = back ? found.items.toReversed() : found.items
  return {
    state: 'found',
    total: await totalOf(ask, { hits, plan, found, isFirst }),
    hits: await hitsOf(ask, items, plan.words),
    ...(back ? backwards(items, found, ends) : forwards(items, found, ends, isFirst)),
    parts,
  }
}

type Ends = (at: SearchPlace['at'], back: boolean) => string

const forwards = (items: FoundText[], { more, end }: FoundPage, ends: Ends, isFirst: boolean) => ({
  next: more && end !== null ? ends(end, false) : null,
  previous: !isFirst && items[0] ? ends(items[0].at, true) : null,
})

const backwards = (items: FoundText[], { more, end }: FoundPage, ends: Ends) => {
  const last = items.at(-1)
  return { next: last ? ends(last.at, false) : null, previous: more && end !== null ? ends(end, true) : null }
}

function rangeOf({ from, to }: SearchQuery, asOf: number | null): Pick<Question, 'from' | 'until'> {
  const { SITE_TIMEZONE } = config()
  const end = to === null ? null : startOfDay(nextPeriod(to), SITE_TIMEZONE)
  const until = asOf === null ? end : new Date(Math.min(end?.getTime() ?? Number.POSITIVE_INFINITY, asOf + 1))
  return { from: from === null ? null : startOfDay(from, SITE_TIMEZONE), until }
}

const FEW = 60

/** Where few match, all are looked at: what is counted is what is found. */
async function confirmed(ask: Ask, plan: SearchPlan, hits: Hits): Promise<Hits> {
  if (plan.exact || hits.all === null || hits.all.length > FEW) return hits
  const texts = await readTexts(ask, hits.all)
  return {
    all: hits.all.filter(({ id }) => {
      const text = texts.get(id)
      return text !== undefined && holdsWords(text, plan)
    }),
  }
}

interface Counted {
  hits: Hits
  plan: SearchPlan
  found: FoundPage
  isFirst: boolean
}

async function totalOf(
  ask: Ask,
  { hits, plan, found: { items, more }, isFirst }: Counted,
): Promise<{ count: number; exact: boolean }> {
  if (hits.all === null) return { count: roundish(await atMostAll(ask, hits.about)), exact: false }
  if (isFirst && !more) return { count: items.length, exact: true }
  return { count: hits.all.length, exact: plan.exact || hits.all.length <= FEW }
}

/** What samples say may be a tenth too much: of a small archive it would be seen. */
const COUNTED = 20_000

async function atMostAll(ask: Ask, about: number): Promise<number> {
  if (about > COUNTED) return about
  const [row] = await ask<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "Article" l WHERE ${isPublic('l')} LIMIT ${about}) counted`)
  return row?.count ?? about
}

/** Two digits: the rest is not known. */
function roundish(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.round(count / unit) * unit
}

async function hitsOf(ask: Ask, items: FoundText[], words: readonly string[]): Promise<SearchHit[]> {
  if (items.length === 0) return []
  const ids = items.map(({ text }) => text.id)
  const picks = Prisma.sql`SELECT l."id" FROM "Article" l WHERE l."id" = ANY(${ids}::text[]) AND ${isPublic('l')}`
  const cards = new Map((await cardsOf(picks, ask)).map((card) => [card.id, card]))
  return items.flatMap(({ text }) => {
    const card = cards.get(text.id)
    if (!card) return []
    return {
      ...card,
      headlineMarks: marksOfHeadline(card.headline, words),
      excerpt: excerptAround(text.body, text.standfirst, words),
    }
  })
}
