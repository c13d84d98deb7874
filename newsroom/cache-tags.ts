import { calendarDay } from './calendar'

/**
 * The vocabulary between those who read and those who write. A query names the tags of what it read; a command names the
 * tags of what it changed, before and after. A page is dropped when the two meet.
 */
export type CacheTag = string

/** Drops every kept page: a change of thousands. */
export const EVERYTHING: CacheTag = 'everything'
/** Nobody said that anything changed, only that they might not have been heard: kept pages end, and stand in while there is no database. */
export const UNHEARD: CacheTag = 'unheard'
/** Beside EVERYTHING: one of many changes that come together, as an import's; lists may follow within seconds, named articles follow at once. */
export const BULK: CacheTag = 'bulk'
/** The newest articles of the whole site: front page, newest list, /latest.json. The same as the site's own list. */
export const LATEST: CacheTag = 'list:site'
/** 热门: what readers read most. */
export const POPULAR: CacheTag = 'popular'
/** Which categories there are, with their names, addresses and tree. */
export const CATEGORIES: CacheTag = 'categories'
/** What somebody chose for the front page. */
export const FRONT_PAGE: CacheTag = 'front-page'
/** The list of corrections. */
export const CORRECTIONS: CacheTag = 'corrections'

/** Which tags and sources there are, by name and address: their part of the sitemap. */
export const NAMES: CacheTag = 'names'
/** The files an administrator put at the root. */
export const ROOT_FILES: CacheTag = 'root-files'

/** A list an article can stand in: the whole site, or one category, tag or source (by database id). */
export type ListName = 'site' | `category:${number}` | `tag:${number}` | `source:${number}`

/** One thing an administrator sets for the whole site. */
export const settingTag = (name: string): CacheTag => `setting:${name}`
/** Text, byline, state and labels of one article. */
export const articleTag = (id: string): CacheTag => `article:${id}`
/** What stands beside an article: previous, next, related. */
export const neighboursTag = (id: string): CacheTag => `neighbours:${id}`
/** Name and address of one category, tag or source, wherever they are shown. */
export const nameTag = (list: ListName): CacheTag => `name:${list}`
/** The newest page of a list, and whatever depends on all of it. */
export const listTag = (list: ListName): CacheTag => `list:${list}`
/** The part of a list that lies in a day (`2022-02-08`), a month (`2022-02`) or a year (`2022`). */
export const periodTag = (list: ListName, period: string): CacheTag => `list:${list}:${period}`
/** An old address, path decoded: found now, or later. */
export const redirectTag = (path: string): CacheTag => `redirect:${path}`

/** What a command must drop when an article enters, leaves or changes in a list. */
export function tagsOfListing(list: ListName, publishedAt: Date, timeZone: string): CacheTag[] {
  return [listTag(list), ...tagsOfPeriods(list, publishedAt, timeZone)]
}

/** What depends on the day, the month or the year of an article in a list, not on which articles are its newest. */
export function tagsOfPeriods(list: ListName, publishedAt: Date, timeZone: string): CacheTag[] {
  const day = calendarDay(publishedAt, timeZone)
  return [10, 7, 4].map((length) => periodTag(list, day.slice(0, length)))
}

/**
 * What a page of a list depends on when it shows `newest` … `oldest`: the days between them, or the months, or the years,
 * whichever is at most 31 names; a list from antiquity to today depends on the whole list.
 */
export function tagsOfSpan(list: ListName, newest: Date, oldest: Date, timeZone: string): CacheTag[] {
  const last = calendarDay(newest, timeZone)
  const first = calendarDay(oldest, timeZone)
  for (const length of [10, 7, 4]) {
    const periods = periodsBetween(first.slice(0, length), last.slice(0, length))
    if (periods) return periods.map((period) => periodTag(list, period))
  }
  return [listTag(list)]
}

const MOST_PERIODS = 31

function periodsBetween(first: string, last: string): string[] | null {
  const [year = 1, month = 1, day = 1] = first.split('-').map(Number)
  const periods: string[] = []
  for (let step = 0; ; step++) {
    const at = new Date(Date.UTC(2000, 0, 1))
    if (first.length === 10) at.setUTCFullYear(year, month - 1, day + step)
    else if (first.length === 7) at.setUTCFullYear(year, month - 1 + step, 1)
    else at.setUTCFullYear(year + step, 0, 1)
    const period = at.toISOString().slice(0, first.length)
    if (period > last) return periods
    if (periods.length === MOST_PERIODS) return null
    periods.push(period)
  }
}
