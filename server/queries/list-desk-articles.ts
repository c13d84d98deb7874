import { Prisma } from '@/generated/prisma/client'
import { nextPeriod, startOfDay } from '@/newsroom/calendar'
import { readCursor, writeCursor } from '@/newsroom/cursor'
import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import type { DeskList } from '@/newsroom/desk/article-list'
import type { StaffActor } from '@/newsroom/desk/staff'
import { headlineQuery } from '@/newsroom/headline-query'
import { config } from '@/server/config'
import { db, type Tx } from '@/server/db'
import { categoryIdsBelow } from './category-ids-below'
import { countPicks, FEW, findStart, type Picks, pick, type Shape, type Step } from './desk-picks'
import { placesOf, textPlace, WHOLE } from './desk-places'
import { readableBy } from './desk-readable'
import { readDeskRows } from './desk-rows'
import { searchBodies } from './search-bodies'

export interface DeskListPage {
  /** cursors of the page before: one or none */
  before?: string | undefined
  after?: string | undefined
  size?: number
}

/** It took longer than anyone waits, and was given up. */
export class ListTooSlow extends Error {
  override name = 'ListTooSlow'
}

const PAGE = 50
const LONGEST_MS = 3_000
/** Of what the other filters leave, the newest so many texts are searched word by word. */
const BODIES = 200

/** The desk's articles as somebody may see them, as fast at a million as at ten. Throws ListTooSlow. */
export async function listDeskArticles(actor: StaffActor, filter: ArticleFilter, page: DeskListPage = {}): Promise<DeskList> {
  const categoryIds = filter.category === undefined ? [] : await categoryIdsBelow([filter.category])
  try {
    return await db().$transaction(
      async (tx) => {
        // What helps a report over everything is only in the way of fifty rows.
        await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(LONGEST_MS)}, true), set_config('jit', 'off', true),
          set_config('max_parallel_workers_per_gather', '0', true)`
        return await list(tx, await withText(tx, shapeOf(actor, filter, categoryIds), filter.q), page)
      },
      { timeout: 3 * LONGEST_MS },
    )
  } catch (error) {
    if (/57014|statement timeout/.test(`${error}${JSON.stringify(error)}`)) throw new ListTooSlow()
    throw error
  }
}

function shapeOf(actor: StaffActor, filter: ArticleFilter, categoryIds: readonly number[]): Shape {
  const { SITE_TIMEZONE } = config()
  const { state, sort = 'touched', from, to } = filter
  const places = placesOf(actor, filter, categoryIds)
  const isPublished = sort === 'published' || sort === 'oldest'
  // Only what is live is in an index by its time; of the few in another state all are read.
  const isListed = isPublished && (state === undefined || state === 'live')
  const keys = { waiting: Prisma.sql`a."waitingSince"`, planned: Prisma.sql`a."plannedFor"::timestamptz` }
  const published = isListed ? Prisma.sql`a."listedAt"` : Prisma.sql`a."publishedAt"`
  return {
    places: places.length > 0 ? places : [WHOLE],
    readable: readableBy(actor),
    kept: state === 'discarded' ? Prisma.sql`a."discardedAt" IS NOT NULL` : Prisma.sql`a."discardedAt" IS NULL`,
    key: isPublished ? published : sort === 'touched' ? Prisma.sql`a."touchedAt"` : keys[sort as keyof typeof keys],
    time: isListed ? 'listedAt' : sort === 'touched' ? 'touchedAt' : null,
    descending: sort === 'touched' || sort === 'published',
    from: from ? startOfDay(from, SITE_TIMEZONE) : null,
    until: to ? startOfDay(nextPeriod(to), SITE_TIMEZONE) : null,
  }
}

async function withText(tx: Tx, shape: Shape, text: string | undefined): Promise<Shape> {
  if (text === undefined) return shape
  const newest = await pick(tx, shape, await findStart(tx, shape), { cursor: null, backwards: false, size: BODIES })
  const bodyIds = await searchBodies(
    tx,
    text,
    newest.picks.map(({ id }) => id),
  )
  return {
    ...shape,
    places: [textPlace(headlineQuery(text), bodyIds), ...shape.places.filter((place) => place !== WHOLE), WHOLE],
  }
}

async function list(tx: Tx, shape: Shape, { before, after, size = PAGE }: DeskListPage): Promise<DeskList> {
  const start = await findStart(tx, shape)
  const upTo = readCursor(after)
  const step: Step = { cursor: upTo ?? readCursor(before), backwards: upTo !== null, size }
  const there = await pick(tx, shape, start, step)
  // Nothing more before it: that is the first page, whatever its length.
  const isFirst = step.backwards && !there.more
  const found = isFirst ? await pick(tx, shape, start, { cursor: null, backwards: false, size }) : there
  const isBackwards = step.backwards && !isFirst
  const picks = isBackwards ? found.picks.toReversed() : found.picks
  const items = await readDeskRows(
    tx,
    picks.map(({ id }) => id),
  )
  const counted = found.count === null ? await count(tx, shape, start) : { n: found.count, capped: false, about: false }
  return { items, ...ends(found, step.cursor !== null && !isFirst, isBackwards), count: counted }
}

/** Where the pages on either side begin. Coming from one side, there is something there: where we came from. */
function ends({ picks, more, end }: Picks, hasCursor: boolean, isBackwards: boolean): Pick<DeskList, 'older' | 'newer'> {
  const [first] = picks
  const onward = more && end ? writeCursor(end) : null
  const back = hasCursor && first ? writeCursor(first) : null
  return isBackwards ? { older: back, newer: onward } : { older: onward, newer: back }
}

async function count(tx: Tx, shape: Shape, start: Awaited<ReturnType<typeof findStart>>): Promise<DeskList['count']> {
  if (shape.places.length > 1 || start.place !== WHOLE || shape.from !== null || shape.until !== null)
    return { ...(await countPicks(tx, shape, start)), about: false }
  const [known] = await tx.$queryRaw<{ n: number }[]>`
    SELECT greatest("reltuples", ${FEW})::int AS "n" FROM pg_class WHERE "oid" = '"Article"'::regclass`
  return { n: known?.n ?? FEW, capped: false, about: true }
}
