import { edgeTags } from '@/newsroom/edge/edge-tag'
import type { Section } from '@/newsroom/page-section'
import { strictTransport } from '@/newsroom/strict-transport'
import { config } from '@/server/config'
import { LITE_STYLE_HASH } from './lite-page'

/** Nothing inline runs: a reader's page has no script but islands, and its styles are files. No island makes markup of a text. */
const readerCsp = (isWithWechat: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self'${isWithWechat ? WECHAT_SCRIPTS : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    // Somebody else's script cannot be held to it.
    ...(isWithWechat ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
  ].join('; ')
/** Where WeChat's SDK lies: allowed only where the paper has an account there. */
const WECHAT_SCRIPTS = ' https://res.wx.qq.com'
/** A page of the lite edition: its own style, and a search. */
const LITE_CSP = [
  "default-src 'none'",
  `style-src '${LITE_STYLE_HASH}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "form-action 'self'",
].join('; ')
/** Feeds, pictures, files: shown by themselves they run nothing. */
export const FILE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
const NOTHING_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const COMMON = ['X-Content-Type-Options', 'nosniff', 'Referrer-Policy', 'strict-origin-when-cross-origin']
export const ON_HTML = [
  'Permissions-Policy',
  // Nothing is said of web-share: its default is the site itself, and browsers without it would warn in every console.
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), display-capture=()',
  'Cross-Origin-Opener-Policy',
  'same-origin',
]
const OURS_ALONE = ['Cross-Origin-Resource-Policy', 'same-origin']
/** Feed readers show our pictures on pages of their own. */
export const FOR_ANYONE = ['Cross-Origin-Resource-Policy', 'cross-origin']
/** Never to whoever counts what is sent. */
const AHEAD = ['Speculation-Rules', '"/speculation-rules.json"']

const transport = (siteUrl: string) =>
  siteUrl.startsWith('https:') ? ['Strict-Transport-Security', strictTransport(config().HSTS_SUBDOMAINS)] : []

/** What guards every answer of whatever kind, until something that knows better is said of it: nothing of it runs or is framed. */
export const leastHeaders = (siteUrl: string): string[] => [
  ...COMMON,
  ...OURS_ALONE,
  ...transport(siteUrl),
  'Content-Security-Policy',
  NOTHING_CSP,
]

/** The headers that guard a page, by what it is. */
export function guardingHeaders(contentType: string, siteUrl: string, lite = false): string[] {
  const shared = [...COMMON, ...transport(siteUrl)]
  if (!contentType.startsWith('text/html')) return [...shared, ...FOR_ANYONE, 'Content-Security-Policy', FILE_CSP]
  const csp = lite ? LITE_CSP : readerCsp(config().WECHAT_APP_ID !== undefined)
  return [...shared, ...ON_HTML, ...OURS_ALONE, ...(lite ? [] : AHEAD), 'Content-Security-Policy', csp]
}

/** What may be some seconds old at an edge. */
const MAY_BE_LATE: ReadonlySet<Section> = new Set<Section>(['list', 'front', 'feed', 'file'])

/** How long others may keep an answer; `no-transform` also keeps carriers and search engines from re-writing pages. */
export function cacheControl(section: Section, keepable: boolean): string {
  if (section === 'search') return 'private, no-cache'
  // Who deletes a letter sees what was offered before; who comes back sees what is true.
  if (section === 'suggest') return 'private, max-age=10'
  if (!keepable || section === 'preview' || section === 'short') return 'private, no-store'
  const edge = 'public, max-age=0, s-maxage=1'
  const late = MAY_BE_LATE.has(section) ? ', stale-while-revalidate=5' : ''
  return `${edge}${late}, stale-if-error=600, no-transform`
}

/** Sections that ask the search: limited a visitor, with places of their own. */
export const isSearch = (section: Section) => section === 'search' || section === 'suggest'

/** Sections that are rendered for each request. */
export const isFresh = (section: Section) => isSearch(section) || section === 'preview'

/** What only an edge that is purged by tag reads (RFC 9213); Fastly has a name of its own for it. */
const TARGETED = ['CDN-Cache-Control', 'Surrogate-Control']

export interface EdgeFacts {
  control: string
  status: number
  tags: readonly string[]
  /** whether it ends by itself: no purge would tell of that */
  ends: boolean
}

/** The tags an edge purges by, and how long one that is told of every change may keep what it can be told of. */
export function edgeHeaders({ control, status, tags, ends }: EdgeFacts): string[] {
  if (!control.startsWith('public')) return []
  const { PURGE_KIND, EDGE_SECONDS } = config()
  const named = edgeTags(tags)
  const isFastly = PURGE_KIND === 'fastly'
  const keys = isFastly ? ['Surrogate-Key', named.tags.join(' ')] : []
  const isLong = EDGE_SECONDS > 1 && status === 200 && named.complete && !ends
  const lifetime = isLong ? [TARGETED[isFastly ? 1 : 0] ?? '', `max-age=${EDGE_SECONDS}, stale-if-error=600`] : []
  return ['Cache-Tag', named.tags.join(','), ...keys, ...lifetime]
}

/** The same without the long life: what may be old is not to be kept. */
export function withoutEdgeLife(headers: readonly string[]): string[] {
  const at = headers.findIndex((name, index) => index % 2 === 0 && TARGETED.includes(name))
  return at < 0 ? [...headers] : headers.toSpliced(at, 2)
}
