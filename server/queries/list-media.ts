import { Prisma } from '@/generated/prisma/client'
import {
  type MediaFilter,
  type MediaItem,
  type MediaPage,
  type MediaQuestion,
  readMediaCursor,
  writeMediaCursor,
} from '@/newsroom/desk/media-library'
import { pickedMedia } from '@/newsroom/desk/picked-media'
import type { StaffActor } from '@/newsroom/desk/staff'
import { headlineQuery } from '@/newsroom/headline-query'
import { db } from '@/server/db'

const PAGE = 48
/** Fewer hits than this are sorted; of more the newest are found by walking back in time. */
const FEW = 1_000

interface Row extends Omit<MediaItem, 'createdAt' | 'src' | 'srcSet' | 'naturalWidth' | 'naturalHeight'> {
  renditions: unknown
  createdAt: Date
}

const COLUMNS = Prisma.sql`m."id", m."renditions", m."width", m."height", m."sizeBytes", m."alt", m."caption", m."credit",
  coalesce(m."rights", '') AS "rights", m."focalX", m."focalY", m."state"::text, m."fault", m."mimeType", m."aiGenerated",
  coalesce(m."fileName", m."origin") AS "fileName", m."uploadedById", s."name" AS "uploadedByName", m."createdAt",
  m."discardedAt" IS NOT NULL AS "discarded",
  (SELECT count(*)::int FROM "MediaUse" u WHERE u."mediaId" = m."id") AS "uses"`

/** The library, newest first, by keyset: as fast at a hundred thousand as at ten. */
export async function listMedia(actor: StaffActor, { text, filter, before }: MediaQuestion): Promise<MediaPage> {
  const query = headlineQuery(text)
  if (text.trim() !== '' && query === null) return { items: [], next: null }
  const matches = query === null ? Prisma.empty : Prisma.sql`AND m."searchTerms" @@ ${query}::tsquery`
  const start = readMediaCursor(before)
  const after = start ? Prisma.sql`AND (m."createdAt", m."id") < (${start.at}, ${start.id})` : Prisma.empty
  const from = query !== null && (await isRare(query)) ? rare(query) : Prisma.sql`"Media" m`
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM ${from} LEFT JOIN "Staff" s ON s."id" = m."uploadedById"
    WHERE ${fitting(filter, actor)} ${matches} ${after}
    ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${PAGE + 1}`
  const last = rows[PAGE - 1]
  return {
    items: rows.slice(0, PAGE).flatMap((row) => toItem(row) ?? []),
    next: rows.length > PAGE && last ? writeMediaCursor({ at: last.createdAt, id: last.id }) : null,
  }
}

/** One picture, also one that was discarded or replaced; null: there is none. */
export async function findMedia(id: string): Promise<MediaItem | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "Media" m LEFT JOIN "Staff" s ON s."id" = m."uploadedById" WHERE m."id" = ${id}`
  return row ? toItem(row) : null
}

function fitting(filter: MediaFilter, { id }: StaffActor): Prisma.Sql {
  if (filter === 'discarded') return Prisma.sql`m."discardedAt" IS NOT NULL`
  const kept = Prisma.sql`m."discardedAt" IS NULL AND m."replacedById" IS NULL`
  const more: Record<Exclude<MediaFilter, 'discarded'>, Prisma.Sql> = {
    all: Prisma.empty,
    mine: Prisma.sql`AND m."uploadedById" = ${id}`,
    unused: Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "MediaUse" u WHERE u."mediaId" = m."id")
      AND NOT EXISTS (SELECT 1 FROM "Article" a WHERE a."leadMediaId" = m."id")`,
    'no-alt': Prisma.sql`AND coalesce(m."alt", '') = ''`,
    failed: Prisma.sql`AND m."state" = 'failed'`,
  }
  return Prisma.sql`${kept} ${more[filter]}`
}

/** The planner would walk the whole library by date for a rare word. */
async function isRare(query: string): Promise<boolean> {
  const [hits] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM (
    SELECT 1 FROM "Media" m WHERE m."searchTerms" @@ ${query}::tsquery LIMIT ${FEW}) hit`
  return (hits?.count ?? 0) < FEW
}

const rare = (query: string) =>
  Prisma.sql`(WITH hit AS MATERIALIZED (SELECT * FROM "Media" WHERE "searchTerms" @@ ${query}::tsquery) SELECT * FROM hit) m`

function toItem({ renditions, createdAt, width, height, ...row }: Row): MediaItem | null {
  const picked = pickedMedia({ ...row, renditions })
  return picked && { ...row, ...picked, createdAt: createdAt.toISOString(), naturalWidth: width, naturalHeight: height }
}
