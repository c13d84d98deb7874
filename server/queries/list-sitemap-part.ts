import { API_PATH, articlePath, dayPath } from '@/newsroom/addresses'
import { CATEGORIES, CORRECTIONS, LATEST, NAMES, periodTag } from '@/newsroom/cache-tags'
import { nextPeriod, periodsWithin, startOfPeriod } from '@/newsroom/calendar'
import { lastChange } from '@/newsroom/last-change'
import { readRenditions } from '@/newsroom/rendition'
import type { MapEntry } from '@/newsroom/sitemap/sitemap'
import { IDS_A_PIECE, MOST_ADDRESSES, type PeriodSize } from '@/newsroom/sitemap/sitemap-part'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { measurePeriods } from './measure-periods'
import { NAMED, type NamedKind } from './named-articles'
import { isPublic } from './public-filter'

interface Row {
  id: string
  publishedAt: Date
  updatedAt: Date
  renditions: unknown
}

/** The articles of a day or a month, the oldest first; none of a month that is listed by its days. */
export async function listArticlesOfPart(period: string, piece: number): Promise<MapEntry[]> {
  // A part once past is made again only when something of its time changes.
  reads(periodTag('site', period))
  const { SITE_TIMEZONE } = config()
  const [start, end] = [startOfPeriod(period, SITE_TIMEZONE), startOfPeriod(nextPeriod(period), SITE_TIMEZONE)]
  const rows = await readDb().$queryRaw<Row[]>`
    SELECT l."id", l."listedAt" AS "publishedAt", l."updatedAt", m."renditions" FROM (
      SELECT l."id", l."listedAt", l."updatedAt", l."leadMediaId" FROM "Article" l
      WHERE ${isPublic('l')} AND l."listedAt" >= ${start} AND l."listedAt" < ${end}
      ORDER BY l."listedAt", l."id" LIMIT ${MOST_ADDRESSES + 1} OFFSET ${(piece - 1) * MOST_ADDRESSES}
    ) l LEFT JOIN "Media" m ON m."id" = l."leadMediaId" ORDER BY l."listedAt", l."id"`
  if (period.length === 7 && (piece > 1 || rows.length > MOST_ADDRESSES)) return []
  return rows.slice(0, MOST_ADDRESSES).map((row) => {
    const [widest] = readRenditions(row.renditions)
    return { path: articlePath(row, SITE_TIMEZONE), changedAt: lastChange(row), image: widest && `/media/${widest.key}` }
  })
}

/** A year, its months and its days, as far as they have something to read. */
export async function listArchiveOfYear(year: string): Promise<MapEntry[]> {
  reads(periodTag('site', year))
  const months = periodsWithin(year)
  const days = await measurePeriods(months.flatMap(periodsWithin))
  const newest = (parts: PeriodSize[]) => new Date(Math.max(...parts.map(({ changedAt }) => changedAt.getTime())))
  return [year, ...months].flatMap((period) => {
    const own = days.filter((day) => day.period.startsWith(period))
    if (own.length === 0) return []
    const itself = { path: dayPath(period), changedAt: newest(own) }
    return period === year ? [itself] : [itself, ...own.map((day) => ({ path: dayPath(day.period), changedAt: day.changedAt }))]
  })
}

/** Categories, tags or sources with something to read, by their ids; each last changed when its newest article came. */
export async function listNamesOfPart(kind: NamedKind, piece: number): Promise<MapEntry[]> {
  reads(LATEST, kind === 'category' ? CATEGORIES : NAMES)
  const { names, articles, id, pathOf } = NAMED[kind]
  const after = (piece - 1) * IDS_A_PIECE
  const rows = await readDb().$queryRaw<{ slug: string; changedAt: Date }[]>`
    SELECT n."slug", newest."listedAt" AS "changedAt" FROM ${names} n, LATERAL (
      SELECT l."listedAt" FROM ${articles} l WHERE ${id} = n."id" AND ${isPublic('l')} ORDER BY l."listedAt" DESC LIMIT 1
    ) newest
    WHERE n."id" > ${after} AND n."id" <= ${after + IDS_A_PIECE} AND n."mergedIntoId" IS NULL ORDER BY n."id"`
  return rows.map(({ slug, changedAt }) => ({ path: pathOf(slug), changedAt }))
}

/** What is there only once. */
export async function listSinglePages(): Promise<MapEntry[]> {
  reads(LATEST, CORRECTIONS)
  const [row] = await readDb().$queryRaw<{ newest: Date | null; corrected: Date | null }[]>`
    SELECT (SELECT max(l."listedAt") FROM "Article" l WHERE ${isPublic('l')}) AS "newest",
           (SELECT max("publishedAt") FROM "Correction" WHERE "revokedAt" IS NULL) AS "corrected"`
  return [
    { path: '/', changedAt: row?.newest ?? null },
    { path: '/category', changedAt: null },
    { path: '/corrections', changedAt: row?.corrected ?? null },
    { path: API_PATH, changedAt: null },
  ]
}
