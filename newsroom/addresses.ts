import { calendarDay } from './calendar'
import type { View } from './site'

/** `/{yyyy}/{mm}/{dd}/{id}`: the one canonical path of an article, its day taken in the site's time zone. */
export function articlePath(article: { id: string; publishedAt: Date }, timeZone: string): string {
  return `${dayPath(calendarDay(article.publishedAt, timeZone))}/${article.id}`
}

/** `2022-02-08`, `2022-02` or `2022` → `/2022/02/08`, `/2022/02`, `/2022` */
export function dayPath(day: string): string {
  return `/${day.replaceAll('-', '/')}`
}

export const categoryPath = (slug: string) => `/category/${encodeURIComponent(slug)}`
export const tagPath = (slug: string) => `/tag/${encodeURIComponent(slug)}`
export const sourcePath = (slug: string) => `/source/${encodeURIComponent(slug)}`
export const POPULAR_PATH = '/popular'
export const API_PATH = '/api'
export const shortPath = (id: string) => `/s/${id}`
export const posterPath = (id: string, format: 'png' | 'jpg' = 'png') => `/poster/${id}.${format}`
export const qrPath = (id: string) => `/qr/${id}.svg`

const LITE = '/lite'

export const isLite = (key: string) => key === LITE || key.startsWith(`${LITE}/`)

/** Carries the reader's view along: every link of an elder page leads to an elder page, every one of a lite page to a lite page. */
export function inView(path: string, view: View): string {
  if (view === 'standard') return path
  if (view === 'lite') return path === '/' ? LITE : LITE + path
  const [beforeHash, hash] = path.split('#')
  return `${beforeHash}${beforeHash?.includes('?') ? '&' : '?'}view=${view}${hash === undefined ? '' : `#${hash}`}`
}

/** What a page is rendered by: the lite edition is no page of its own but the view of one. `/lite/tag/a` → `/tag/a?view=lite` */
export function renderedBy(key: string): string {
  if (!isLite(key)) return key
  const path = key.slice(LITE.length)
  return `${path.startsWith('/') ? path : `/${path}`}${path.includes('?') ? '&' : '?'}view=lite`
}
