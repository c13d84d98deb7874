import { Prisma } from '@/generated/prisma/client'
import type { ArticleFilter, ListState } from '@/newsroom/desk/article-filter'
import type { StaffActor } from '@/newsroom/desk/staff'
import { ownBy, waitsFor } from './desk-readable'

/** The times some index of a place is ordered by. */
export type ListTime = 'touchedAt' | 'listedAt'

/** One thing a filter asks for: the rows that have it, found by an index, and the same as a condition on "Article" a. */
export interface Place {
  /** queries of "id", "touchedAt" and "listedAt" that together find all of them */
  branches: readonly Prisma.Sql[]
  ordered: readonly ListTime[]
  condition: Prisma.Sql
  /** its rows only may have it: the condition is asked of them too */
  rough?: boolean
}

const BOTH: readonly ListTime[] = ['touchedAt', 'listedAt']
const COLUMNS = Prisma.sql`a."id", a."touchedAt", a."listedAt"`

/** Every article. */
export const WHOLE: Place = {
  branches: [Prisma.sql`SELECT ${COLUMNS} FROM "Article" a`],
  ordered: BOTH,
  condition: Prisma.sql`true`,
}

const articlesWhere = (condition: Prisma.Sql, ordered: readonly ListTime[]): Place => ({
  branches: [Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE ${condition}`],
  ordered,
  condition,
})

/** What narrows a list, the rarest of its kind first. `categoryIds`: the category asked for with all below it. */
export function placesOf(actor: StaffActor, filter: ArticleFilter, categoryIds: readonly number[]): Place[] {
  const { state, tag, author, source, type, mine, waiting, sort } = filter
  return [
    ...(sort === 'waiting' ? [articlesWhere(Prisma.sql`a."waitingSince" IS NOT NULL`, [])] : []),
    ...(sort === 'planned' ? [articlesWhere(Prisma.sql`a."plannedFor" IS NOT NULL`, [])] : []),
    ...(waiting ? [waitingPlace(actor)] : []),
    ...(state && state !== 'live' ? [statePlace(state)] : []),
    ...(tag === undefined ? [] : [tagPlace(tag)]),
    ...(author === undefined
      ? []
      : [author.startsWith('p') ? personPlace(Number(author.slice(1))) : ownerPlace(author.slice(1))]),
    ...(mine ? [minePlace(actor.id)] : []),
    ...(filter.category === undefined ? [] : [categoryPlace(categoryIds)]),
    ...(source === undefined ? [] : [articlesWhere(Prisma.sql`a."sourceId" = ${source}`, BOTH)]),
    ...(type === undefined ? [] : [articlesWhere(Prisma.sql`a."type" = ${type}::"ArticleType"`, BOTH)]),
    ...(state === 'live' ? [articlesWhere(Prisma.sql`a."publication" = 'live'`, BOTH)] : []),
  ]
}

const IN_WORK = Prisma.sql`a."publication" <> 'withdrawn'`
const STATES: Record<Exclude<ListState, 'live'>, Place> = {
  draft: articlesWhere(Prisma.sql`a."workflow" = 'draft' AND ${IN_WORK} AND a."discardedAt" IS NULL`, ['touchedAt']),
  review: articlesWhere(
    Prisma.sql`a."workflow" IN ('first_review', 'second_review', 'final_review') AND a."discardedAt" IS NULL`,
    [],
  ),
  first_review: articlesWhere(Prisma.sql`a."workflow" = 'first_review'`, ['touchedAt']),
  second_review: articlesWhere(Prisma.sql`a."workflow" = 'second_review'`, ['touchedAt']),
  final_review: articlesWhere(Prisma.sql`a."workflow" = 'final_review'`, ['touchedAt']),
  returned: articlesWhere(Prisma.sql`a."workflow" = 'returned' AND ${IN_WORK}`, ['touchedAt']),
  ready: articlesWhere(
    Prisma.sql`a."workflow" = 'ready' AND a."waitingSince" IS NOT NULL AND a."publication" IN ('unpublished', 'live')`,
    [],
  ),
  scheduled: {
    branches: [
      Prisma.sql`SELECT ${COLUMNS} FROM "Schedule" s JOIN "Article" a ON a."id" = s."articleId"
        WHERE s."doneAt" IS NULL AND s."canceledAt" IS NULL`,
      Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE a."publication" = 'scheduled'`,
    ],
    ordered: [],
    condition: Prisma.sql`(a."publication" = 'scheduled' OR EXISTS (SELECT 1 FROM "Schedule" s
      WHERE s."articleId" = a."id" AND s."doneAt" IS NULL AND s."canceledAt" IS NULL))`,
  },
  withdrawn: articlesWhere(Prisma.sql`a."publication" = 'withdrawn'`, ['touchedAt']),
  urgent: articlesWhere(Prisma.sql`a."urgentAt" IS NOT NULL`, []),
  discarded: articlesWhere(Prisma.sql`a."discardedAt" IS NOT NULL`, ['touchedAt']),
}
const statePlace = (state: Exclude<ListState, 'live'>): Place => STATES[state]

const waitingPlace = (actor: StaffActor): Place => ({
  branches: [
    Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE a."waitingSince" IS NOT NULL`,
    Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE a."workflow" = 'returned'`,
  ],
  ordered: [],
  condition: waitsFor(actor),
  rough: true,
})

const tagPlace = (tagId: number): Place => ({
  branches: [
    Prisma.sql`SELECT l."articleId" AS "id", l."touchedAt", l."listedAt" FROM "ArticleTag" l WHERE l."tagId" = ${tagId}`,
  ],
  ordered: BOTH,
  condition: Prisma.sql`EXISTS (SELECT 1 FROM "ArticleTag" l WHERE l."articleId" = a."id" AND l."tagId" = ${tagId})`,
})

/** One branch a category: each index is walked by itself, and no further than the page takes. */
const categoryPlace = (ids: readonly number[]): Place => ({
  branches: ids.map(
    (id) =>
      Prisma.sql`SELECT l."articleId" AS "id", l."touchedAt", l."listedAt" FROM "ArticleCategory" l WHERE l."categoryId" = ${id}`,
  ),
  ordered: BOTH,
  condition: Prisma.sql`EXISTS (SELECT 1 FROM "ArticleCategory" l WHERE l."articleId" = a."id" AND l."categoryId" = ANY(${[...ids]}::int[]))`,
})

/** In the byline of what readers see or of the text in work, cut as a revision or not. */
const personPlace = (personId: number): Place => {
  const named = Prisma.sql`${JSON.stringify([{ personId }])}::jsonb`
  const uncut = Prisma.sql`d."revision" IS NULL AND d."content"->'bylines' @> ${named}`
  return {
    branches: [
      Prisma.sql`SELECT b."articleId" AS "id", b."touchedAt", b."listedAt" FROM "Byline" b WHERE b."personId" = ${personId}`,
      Prisma.sql`SELECT ${COLUMNS} FROM "Draft" d JOIN "Article" a ON a."id" = d."articleId" WHERE ${uncut}`,
    ],
    ordered: BOTH,
    condition: Prisma.sql`(EXISTS (SELECT 1 FROM "Byline" b WHERE b."articleId" = a."id"
        AND b."revision" IN (a."liveRevision", a."draftRevision") AND b."personId" = ${personId})
      OR EXISTS (SELECT 1 FROM "Draft" d WHERE d."articleId" = a."id" AND ${uncut}))`,
    rough: true,
  }
}

const ownerPlace = (staffId: string): Place => articlesWhere(Prisma.sql`a."createdById" = ${staffId}`, BOTH)

const minePlace = (staffId: string): Place => ({
  branches: [
    Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE a."createdById" = ${staffId}`,
    Prisma.sql`SELECT ${COLUMNS} FROM "Draft" d JOIN "Article" a ON a."id" = d."articleId"
      WHERE d."writerIds" @> ARRAY[${staffId}] AND a."createdById" IS DISTINCT FROM ${staffId}`,
  ],
  ordered: BOTH,
  condition: ownBy(staffId),
})

/** Whose headline holds all words, live or in work, and those whose text was found to hold them. */
export function textPlace(query: string | null, bodyIds: readonly string[]): Place {
  const isFound = Prisma.sql`a."id" = ANY(${[...bodyIds]})`
  if (query === null) return articlesWhere(isFound, [])
  return {
    branches: [
      Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE a."headlineTerms" @@ ${query}::tsquery`,
      Prisma.sql`SELECT ${COLUMNS} FROM "Draft" d JOIN "Article" a ON a."id" = d."articleId" WHERE d."headlineTerms" @@ ${query}::tsquery`,
      Prisma.sql`SELECT ${COLUMNS} FROM "Article" a WHERE ${isFound}`,
    ],
    ordered: [],
    condition: Prisma.sql`(a."headlineTerms" @@ ${query}::tsquery OR ${isFound}
      OR ((a."workflow" <> 'ready' OR a."publication" <> 'live')
        AND EXISTS (SELECT 1 FROM "Draft" d WHERE d."articleId" = a."id" AND d."headlineTerms" @@ ${query}::tsquery)))`,
  }
}
