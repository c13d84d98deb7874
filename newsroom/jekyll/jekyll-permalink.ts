import { utcInstant, type WallClock } from './wall-clock'

/** What Jekyll fills a permalink's placeholders from. */
export interface PermalinkParts {
  categories: string[]
  /** the post's date on the site's wall */
  wall: WallClock
  /** front matter's `slug`, else the file name after its date */
  slug: string
  /** file name without extension */
  baseName: string
  /** `:path`: below `_posts`, without extension */
  path: string
  outputExtension: string
}

const DEFAULT = /[^\p{M}\p{L}\p{Nd}]+/gu
const PRETTY = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu
const PLACEHOLDER = /:([a-z_]+)/g
/** All but the characters of a path, RFC 3986 §3.3. */
const NO_PATH = /[^A-Za-z0-9._~!$&'()*+,;=:@/-]+/g
const NO_SEGMENT = /[^A-Za-z0-9._~!$&'()*+,;=:@-]+/g
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** Jekyll's slugify: `pretty` for `:title`, which keeps case and the signs a file name may have; `default` for `:slug`. */
export function slugify(text: string, mode: 'default' | 'pretty'): string {
  const slug = text.replace(mode === 'pretty' ? PRETTY : DEFAULT, '-').replace(/^-|-$/g, '')
  return mode === 'pretty' ? slug : slug.toLowerCase()
}

/** The address a template gives, percent-encoded as Jekyll writes it; null for a placeholder that Jekyll does not know. */
export function permalinkOf(template: string, parts: PermalinkParts): string | null {
  let known = true
  const values = placeholders(parts)
  const filled = template.replace(PLACEHOLDER, (whole, name: string) => {
    const key = Object.hasOwn(values, name) ? name : name.replace(/_$/, '')
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (!value) known = false
    return (value?.() ?? whole).replace(NO_PATH, encodeURIComponent) + name.slice(key.length)
  })
  return known ? `/${filled}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/') : null
}

/** Percent-encoding undone where it is UTF-8: the path as the old site's server looked for a file. */
export function decodePath(path: string): string {
  return path.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/** A path as feeds of the old site wrote it: each part decoded and encoded anew. */
export function normalPath(path: string): string {
  const encode = (part: string) => decodePath(part).normalize('NFC').replace(NO_SEGMENT, encodeURIComponent)
  return path.split('/').map(encode).join('/')
}

function placeholders(parts: PermalinkParts): Record<string, () => string> {
  const { wall } = parts
  const two = (value: number) => String(value).padStart(2, '0')
  const date = () => utcInstant({ ...wall, hour: 0, minute: 0, second: 0 })
  const weekday = () => WEEKDAYS[date().getUTCDay()] ?? ''
  const month = () => MONTHS[wall.month - 1] ?? ''
  const unique = (names: string[]) => [...new Set(names)].join('/')
  return {
    year: () => String(wall.year).padStart(4, '0'),
    short_year: () => two(wall.year % 100),
    month: () => two(wall.month),
    i_month: () => String(wall.month),
    short_month: () => month().slice(0, 3),
    long_month: month,
    day: () => two(wall.day),
    i_day: () => String(wall.day),
    y_day: () => String(dayOfYear(date())).padStart(3, '0'),
    w_year: () => String(isoWeek(date()).year),
    week: () => two(isoWeek(date()).week),
    w_day: () => String(date().getUTCDay() || 7),
    short_day: () => weekday().slice(0, 3),
    long_day: weekday,
    hour: () => two(wall.hour),
    minute: () => two(wall.minute),
    second: () => two(wall.second),
    title: () => slugify(parts.slug, 'pretty'),
    slug: () => slugify(parts.slug, 'default'),
    name: () => slugify(parts.baseName, 'default'),
    path: () => parts.path,
    collection: () => 'posts',
    categories: () => unique(parts.categories.map((name) => name.toLowerCase())),
    slugified_categories: () => unique(parts.categories.map((name) => slugify(name, 'default'))),
    output_ext: () => parts.outputExtension,
  }
}

const DAY_MS = 86_400_000

function dayOfYear(date: Date): number {
  const first = utcInstant({ year: date.getUTCFullYear(), month: 1, day: 1, hour: 0, minute: 0, second: 0 })
  return (date.getTime() - first.getTime()) / DAY_MS + 1
}

/** ISO 8601: the week belongs to the year its Thursday lies in. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY_MS)
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) }
}
