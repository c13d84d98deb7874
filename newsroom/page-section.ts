import { apiParams } from './api/parameters'
import { CURSOR } from './cursor'

/** What kind of answer stands at an address: it decides the allowed parameters and how long an edge may keep the answer. */
export type Section =
  /** one article, and what is drawn of it: card, poster, QR code */
  | 'article'
  | 'picture'
  /** a list that `before` and `after` page through */
  | 'list'
  | 'front'
  | 'feed'
  /** maps, robots, manifest: one file for machines */
  | 'file'
  | 'api'
  | 'search'
  /** what the search box offers while somebody types */
  | 'suggest'
  | 'preview'
  | 'short'
  /** 分享页 of the old site, `?infoCode=` */
  | 'old-share'
  /** all else: old addresses, single pages, nothing */
  | 'other'

const CODE = /^[A-Za-z0-9_.~-]{1,80}$/
const view = { view: /^elder$/ }
const paging = { before: CURSOR, after: CURSOR }
const words = { q: /^.+$/su }
const NAME = /^.{1,80}$/su
const DAY = /^\d{4}-\d\d-\d\d$/
const searching = {
  ...words,
  category: NAME,
  source: NAME,
  tag: NAME,
  from: DAY,
  to: DAY,
  sort: /^(?:newest|relevance)$/,
  cursor: /^[\w.~-]{1,120}$/,
}

const ALLOWED: Record<Section, Readonly<Record<string, RegExp>>> = {
  article: view,
  picture: {},
  list: { ...view, ...paging },
  front: view,
  feed: { before: CURSOR },
  file: {},
  api: {},
  search: { ...view, ...searching },
  suggest: { ...view, ...words },
  preview: view,
  short: {},
  'old-share': { infoCode: CODE },
  other: view,
}

/** What is read has a lite edition; files, pictures and answers for machines are the same for everyone. */
const READ: ReadonlySet<Section> = new Set<Section>(['article', 'list', 'front', 'search', 'preview', 'old-share', 'other'])
export const hasLite = (section: Section) => READ.has(section)

/** The parameters that belong to an address, each with the values it may have; all others are no part of it. */
export const allowedParams = (section: Section, segments: readonly string[] = []) =>
  segments[0] === 'api' && section !== 'other' ? apiParams(segments.slice(2)) : ALLOWED[section]

const FEEDS = new Set(['feed.xml', 'rss.xml', 'feed.json'])
export const MACHINE_FILES: ReadonlySet<string> = new Set([
  ...FEEDS,
  'sitemap.xml',
  'news-sitemap.xml',
  'robots.txt',
  'latest.json',
  'manifest.webmanifest',
  'favicon.ico',
  'icon.svg',
  'icon.png',
  'apple-icon.png',
])
const ARTICLE_ID = /^[0-9a-hjkmnp-tv-z]{10}$/

/**
 * Reads whole, decoded path segments. `canonicalSlash`: `never` where the address without a closing slash is the one to
 * redirect to; `either` where an address of the old site may end in one, which only its redirect knows.
 */
export function sectionOf(segments: readonly string[]): { section: Section; canonicalSlash: 'never' | 'either' } {
  const never = (section: Section) => ({ section, canonicalSlash: 'never' as const })
  const either = (section: Section) => ({ section, canonicalSlash: 'either' as const })
  const [first, second, third] = segments
  if (first === undefined) return never('front')
  if (first === 'search' && segments.length === 1) return never('search')
  if (first === 'preview') return never('preview')
  // What the API is, for people.
  if (first === 'api' && segments.length === 1) return never('other')
  if (first === 'api') return never(third === 'search' ? 'search' : 'api')
  if (first === 's' && segments.length === 2) return never('short')
  if (segments.length === 2 && (first === 'card' || first === 'poster' || first === 'qr')) return never('picture')
  if (first === 'suggest.json' && segments.length === 1) return never('suggest')
  if (segments.length === 1 && MACHINE_FILES.has(first)) return never(FEEDS.has(first) ? 'feed' : 'file')
  if (first === 'sitemap' && segments.length === 2) return never('file')
  if (first === 'corrections' && segments.length === 1) return never('list')
  // A list of the moment, like the front page.
  if (first === 'popular' && segments.length === 1) return never('front')
  if (first === 'category' && segments.length === 1) return never('other')
  if (first === 'category' || first === 'tag' || first === 'source') {
    if (segments.length === 2) return never('list')
    if (segments.length === 3 && FEEDS.has(third ?? '')) return never('feed')
  }
  if (first === 'html_News' && second === 'NewsShare.html' && segments.length === 2) return never('old-share')
  return datedSection(segments) ?? either('other')
}

function datedSection(segments: readonly string[]): { section: Section; canonicalSlash: 'never' | 'either' } | null {
  const [year = '', month = '01', day = '01', id] = segments
  if (!/^\d{4}$/.test(year) || !/^\d\d$/.test(month) || !/^\d\d$/.test(day) || segments.length > 4) return null
  if (id === undefined) return { section: 'list', canonicalSlash: 'never' }
  return { section: 'article', canonicalSlash: ARTICLE_ID.test(id) ? 'never' : 'either' }
}
