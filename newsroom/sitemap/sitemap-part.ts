import { isPeriod } from '@/newsroom/calendar'

/** What one file below /sitemap/ lists. `piece` counts from one. */
export type SitemapPart =
  /** the articles of a month (`2022-02`), or of a day where a month is too much */
  | { kind: 'articles'; period: string; piece: number }
  /** the pages of a year's archive: `2022` */
  | { kind: 'archive'; period: string; piece: 1 }
  | { kind: 'category' | 'tag' | 'source'; piece: number }
  /** the front page and those that are only there once */
  | { kind: 'pages'; piece: 1 }
  /** of the news sitemap, where that is too long for one file */
  | { kind: 'news'; piece: number }

/**
 * Addresses a file lists at most. The protocol allows 50,000 and 50 MB (sitemaps.org), Toutiao takes 10 MB: with their pictures
 * 10,000 are some 3 MB, and not too many to be made at once.
 */
export const MOST_ADDRESSES = 10_000
/** Google: entries of a news sitemap. */
export const MOST_NEWS = 1_000
/** Rows of the database a file of names may take, by id; so that what a file lists never moves to another. */
export const IDS_A_PIECE = 10_000

const NAMED = /^(category|tag|source|news)-([1-9]\d{0,5})$/
const ARTICLES = /^(\d{4}-\d{2}(?:-\d{2})?)(?:-p([1-9]\d{0,5}))?$/

/** `2022-02.xml`, `2022-02-08.xml`, `2022-02-08-p2.xml`, `archive-2022.xml`, `tag-1.xml`, `pages.xml` */
export function partPath(part: SitemapPart): string {
  return `/sitemap/${nameOf(part)}.xml`
}

function nameOf(part: SitemapPart): string {
  if (part.kind === 'articles') return part.piece === 1 ? part.period : `${part.period}-p${part.piece}`
  if (part.kind === 'archive') return `archive-${part.period}`
  return part.kind === 'pages' ? 'pages' : `${part.kind}-${part.piece}`
}

/** Reads the last part of such an address; null for what names no part. */
export function readPart(file: string): SitemapPart | null {
  if (!file.endsWith('.xml')) return null
  const name = file.slice(0, -'.xml'.length)
  if (name === 'pages') return { kind: 'pages', piece: 1 }
  const [, kind, piece] = NAMED.exec(name) ?? []
  if (kind) return { kind: kind as 'category' | 'tag' | 'source' | 'news', piece: Number(piece) }
  const [, year] = /^archive-(\d{4})$/.exec(name) ?? []
  if (year) return isPeriod(year) ? { kind: 'archive', period: year, piece: 1 } : null
  const [, period = '', more] = ARTICLES.exec(name) ?? []
  return isPeriod(period) && more !== '1' ? { kind: 'articles', period, piece: Number(more ?? 1) } : null
}

/** How much was published in a month or a day, and when any of it last changed. */
export interface PeriodSize {
  period: string
  count: number
  changedAt: Date
}

/** Whether a month goes in one file; else its days are asked for. */
export const fitsOne = ({ count }: PeriodSize): boolean => count <= MOST_ADDRESSES

/** The files of a month that fits, or of a day: one, or several where even a day is too much (an archive without dates). */
export function partsOf({ period, count, changedAt }: PeriodSize): { part: SitemapPart; changedAt: Date }[] {
  return Array.from({ length: Math.ceil(count / MOST_ADDRESSES) }, (_, index) => ({
    part: { kind: 'articles', period, piece: index + 1 },
    changedAt,
  }))
}
