import { Prisma } from '@/generated/prisma/client'
import type { Cursor } from '@/newsroom/cursor'
import type { Tx } from '@/server/db'
import type { ListTime, Place } from './desk-places'

/** Up to so many rows are all read and sorted; of more, an index is walked in the list's own order. */
export const FEW = 5_000
/** Where an index has the list's order, it is walked from so many on; where all its rows fit, from so many. */
const SOME = 2_500
const VERY_FEW = 500
/** So many rows of an index a page looks at before it says: go on from here. */
const FURTHEST = 5_000
/** A count beyond it says "and more"; so it does after having looked at so many rows. */
const MOST_COUNTED = 1_000
const FURTHEST_COUNTED = 2_500

/** What a list is made of: the places an article must stand in, what else must hold of "Article" a, and its order. */
export interface Shape {
  places: readonly Place[]
  /** what the asker may see; null: everything */
  readable: Prisma.Sql | null
  /** discarded ones, or the others */
  kept: Prisma.Sql
  /** what it is ordered by, of "Article" a */
  key: Prisma.Sql
  /** the same as a place's rows have it; null: no index knows it */
  time: ListTime | null
  descending: boolean
  /** of the key */
  from: Date | null
  until: Date | null
}

export interface Step {
  cursor: Cursor | null
  /** against the list's order: what stands before the cursor */
  backwards: boolean
  size: number
}

export interface Picks {
  picks: Cursor[]
  /** there are more after the last one, in the direction of the step */
  more: boolean
  /** where to go on: the last one, or where the walk gave up */
  end: Cursor | null
  /** known only where all were read */
  count: number | null
}

/** The place to begin with: the one with the fewest rows. */
export interface Start {
  place: Place
  /** not more than FEW + 1 are counted */
  rows: number
}

export async function findStart(tx: Tx, { places, time }: Shape): Promise<Start> {
  const counts = places.map(
    (place) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM (${all(place)}) l LIMIT ${FEW + 1}) few)`,
  )
  const [{ counted = [] } = {}] = await tx.$queryRaw<{ counted: number[] }[]>`SELECT ARRAY[${Prisma.join(counts)}] AS "counted"`
  const starts = places.map((place, index) => ({ place, rows: counted[index] ?? 0 }))
  const fewest = Math.min(...counted)
  const isWalkable = ({ place }: Start) => time !== null && place.ordered.includes(time)
  const start = fewest > FEW ? starts.find(isWalkable) : undefined
  return start ?? starts.find(({ rows }) => rows === fewest) ?? fail()
}

const fail = (): never => {
  throw new Error('a list has a place at least')
}

/** The next articles of a list, however far one has gone: a bounded number of rows is read. */
export async function pick(tx: Tx, shape: Shape, start: Start, step: Step): Promise<Picks> {
  const isWalked =
    shape.time !== null && start.place.ordered.includes(shape.time) && start.rows > (isBare(shape, start) ? VERY_FEW : SOME)
  return isWalked && shape.time
    ? await walk(tx, shape, start.place, shape.time, step)
    : await gather(tx, shape, start.place, step)
}

/** Nothing is asked of the rows of its place. */
const isBare = ({ places, readable, from, until }: Shape, { place }: Start) =>
  places.length === 1 && readable === null && from === null && until === null && !place.rough

const all = ({ branches }: Place) => Prisma.join([...branches], ' UNION ALL ')

/** Reads all that stand in a place, keeps those that fit, sorts them: PostgreSQL itself would walk the archive by date. */
async function gather(tx: Tx, shape: Shape, place: Place, step: Step): Promise<Picks> {
  const rows = await tx.$queryRaw<{ count: number; id: string | null; at: Date | null }[]>`
    WITH hit AS MATERIALIZED (SELECT DISTINCT l."id" FROM (${all(place)}) l),
    fit AS MATERIALIZED (SELECT hit."id", found."at" FROM hit CROSS JOIN LATERAL (
      SELECT ${shape.key} AS "at" FROM "Article" a WHERE a."id" = hit."id" AND ${conditionsOf(shape, place)} LIMIT 1) found
      WHERE found."at" IS NOT NULL ${within(shape, Prisma.sql`found."at"`)})
    SELECT total."count", page."id", page."at" FROM (SELECT count(*)::int AS "count" FROM fit) total
    LEFT JOIN (SELECT p."id", p."at" FROM fit p WHERE true ${beyond(shape, step, Prisma.sql`p."at"`)}
      ORDER BY ${order(shape, step, Prisma.sql`p."at"`)} LIMIT ${step.size + 1}) page ON true
    ORDER BY ${order(shape, step, Prisma.sql`page."at"`, Prisma.sql`page."id"`)}`
  const found = rows.flatMap(({ id, at }) => (id && at ? [{ id, at }] : []))
  const picks = found.slice(0, step.size)
  return { picks, more: found.length > step.size, end: picks.at(-1) ?? null, count: rows[0]?.count ?? 0 }
}

/** Follows an index in the list's order and keeps what fits, FURTHEST rows at most. */
async function walk(tx: Tx, shape: Shape, place: Place, time: ListTime, step: Step): Promise<Picks> {
  const walked = walkedRows(shape, place, time, step)
  const distinct = place.branches.length > 1 || place.rough ? Prisma.sql`DISTINCT` : Prisma.empty
  const found = await tx.$queryRaw<Cursor[]>`
    SELECT ${distinct} p."id", p."at" FROM (${walked}) p ${fitting(shape, place)}
    ORDER BY ${order(shape, step, Prisma.sql`p."at"`)} LIMIT ${step.size + 1}`
  const picks = found.slice(0, step.size)
  const last = picks.at(-1) ?? null
  if (found.length > step.size) return { picks, more: true, end: last, count: null }
  const [stop] = await tx.$queryRaw<Cursor[]>`SELECT w."id", w."at" FROM (${walked}) w OFFSET ${FURTHEST - 1}`
  return { picks, more: stop !== undefined, end: stop ?? last, count: null }
}

function walkedRows(shape: Shape, place: Place, time: ListTime, step: Step, furthest = FURTHEST): Prisma.Sql {
  const key = Prisma.raw(`l."${time}"`)
  const by = order(shape, step, key, Prisma.sql`l."id"`)
  // Each branch in its own order: PostgreSQL merges them, and reads no more of any than is asked for.
  const branches = place.branches.map(
    (rows) => Prisma.sql`(SELECT l."id", ${key} FROM (${rows}) l
      WHERE ${key} IS NOT NULL ${within(shape, key)} ${beyond(shape, step, key, Prisma.sql`l."id"`)} ORDER BY ${by} LIMIT ${furthest})`,
  )
  return Prisma.sql`SELECT l."id", ${key} AS "at" FROM (${Prisma.join(branches, ' UNION ALL ')}) l ORDER BY ${by} LIMIT ${furthest}`
}

/** Row by row in the order walked: a join of its own the planner would turn round. */
function fitting(shape: Shape, place: Place): Prisma.Sql {
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT 1 FROM "Article" a WHERE a."id" = p."id" AND ${conditionsOf(shape, place)} LIMIT 1) fits`
}

export interface ListCount {
  n: number
  /** there are more than that */
  capped: boolean
}

/** How many there are, counted as far as a page looks. */
export async function countPicks(tx: Tx, shape: Shape, start: Start): Promise<ListCount> {
  if (isBare(shape, start)) return { n: Math.min(start.rows, FEW), capped: start.rows > FEW }
  const walked = walkedRows(
    shape,
    start.place,
    shape.time ?? 'touchedAt',
    { cursor: null, backwards: false, size: 0 },
    FURTHEST_COUNTED,
  )
  const [{ n = 0 } = {}] = await tx.$queryRaw<{ n: number }[]>`SELECT count(DISTINCT fit."id")::int AS "n"
    FROM (SELECT p."id" FROM (${walked}) p ${fitting(shape, start.place)} LIMIT ${MOST_COUNTED + 1}) fit`
  if (n > MOST_COUNTED) return { n: MOST_COUNTED, capped: true }
  const stopped = await tx.$queryRaw<unknown[]>`SELECT 1 FROM (${walked}) w OFFSET ${FURTHEST_COUNTED - 1}`
  return { n, capped: stopped.length > 0 }
}

function conditionsOf(shape: Shape, start: Place): Prisma.Sql {
  const places = shape.places.filter((place) => place !== start || place.rough).map(({ condition }) => condition)
  return Prisma.join([...places, shape.kept, ...(shape.readable ? [shape.readable] : [])], ' AND ')
}

function within({ from, until }: Shape, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${from ? Prisma.sql`AND ${key} >= ${from}` : Prisma.empty} ${until ? Prisma.sql`AND ${key} < ${until}` : Prisma.empty}`
}

const isFalling = ({ descending }: Shape, { backwards }: Step) => descending !== backwards

function beyond(shape: Shape, step: Step, key: Prisma.Sql, id = Prisma.sql`p."id"`): Prisma.Sql {
  if (!step.cursor) return Prisma.empty
  const { at, id: last } = step.cursor
  return isFalling(shape, step)
    ? Prisma.sql`AND (${key}, ${id}) < (${at}, ${last})`
    : Prisma.sql`AND (${key}, ${id}) > (${at}, ${last})`
}

function order(shape: Shape, step: Step, key: Prisma.Sql, id = Prisma.sql`p."id"`): Prisma.Sql {
  return isFalling(shape, step) ? Prisma.sql`${key} DESC, ${id} DESC` : Prisma.sql`${key} ASC, ${id} ASC`
}
