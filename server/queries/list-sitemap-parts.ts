import { CATEGORIES, CORRECTIONS, LATEST, NAMES } from '@/newsroom/cache-tags'
import { periodsWithin } from '@/newsroom/calendar'
import type { MapEntry } from '@/newsroom/sitemap/sitemap'
import { fitsOne, IDS_A_PIECE, partPath, partsOf } from '@/newsroom/sitemap/sitemap-part'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { listYears, measurePeriods } from './measure-periods'
import { NAMED, type NamedKind } from './named-articles'
import { isPublic } from './public-filter'

/** The files the sitemap is made of, with articles the newest first. */
export async function listSitemapParts(): Promise<MapEntry[]> {
  reads(LATEST, CORRECTIONS, CATEGORIES, NAMES)
  const [articles, categories, tags, sources] = await Promise.all([
    listArticleParts(),
    listNameParts('category'),
    listNameParts('tag'),
    listNameParts('source'),
  ])
  const years = [...new Set(articles.map(({ period }) => period.slice(0, 4)))]
  const archives = years.map((period) => ({ path: partPath({ kind: 'archive', period, piece: 1 }), changedAt: null }))
  return [
    ...articles.map(({ path, changedAt }) => ({ path, changedAt })),
    { path: partPath({ kind: 'pages', piece: 1 }), changedAt: null },
    ...categories,
    ...tags,
    ...sources,
    ...archives,
  ]
}

async function listArticleParts(): Promise<(MapEntry & { period: string })[]> {
  const years = await measurePeriods(await listYears())
  const months = await measurePeriods(years.flatMap(({ period }) => periodsWithin(period)))
  const full = months.filter((month) => !fitsOne(month)).flatMap(({ period }) => periodsWithin(period))
  const sizes = [...months.filter(fitsOne), ...(full.length > 0 ? await measurePeriods(full) : [])]
  return sizes
    .flatMap((size) => partsOf(size).map(({ part, changedAt }) => ({ path: partPath(part), changedAt, period: size.period })))
    .sort((one, other) => (one.path < other.path ? 1 : -1))
}

/** A piece of names is there when one of them has something to read; which, and how many, only the piece itself asks. */
async function listNameParts(kind: NamedKind): Promise<MapEntry[]> {
  const { names, articles, id } = NAMED[kind]
  const rows = await readDb().$queryRaw<{ piece: number }[]>`
    SELECT p."piece" FROM generate_series(1, (SELECT (max("id") - 1) / ${IDS_A_PIECE} + 1 FROM ${names})) p("piece")
    WHERE EXISTS (
      SELECT 1 FROM ${names} n JOIN ${articles} l ON ${id} = n."id"
      WHERE n."id" > (p."piece" - 1) * ${IDS_A_PIECE} AND n."id" <= p."piece" * ${IDS_A_PIECE} AND n."mergedIntoId" IS NULL
        AND ${isPublic('l')}
    ) ORDER BY p."piece"`
  return rows.map(({ piece }) => ({ path: partPath({ kind, piece }), changedAt: null }))
}
