import { allowedParams, hasLite, type Section, sectionOf } from './page-section'
import { decodePart } from './read-params'

/** Which way a request goes (docs/decisions/0001). `key` is the canonical address: what is rendered, and what a kept page is found by. */
export type Address =
  | { way: 'refuse'; reason: AddressFault }
  | { way: 'redirect'; to: string }
  | { way: 'page'; key: string; section: Section; deep: boolean }
  /** `versioned`: another content has another address; `hash`: the address says which content it means */
  | { way: 'file'; folder: FileFolder; path: string; versioned: boolean; hash?: string }
  | { way: 'own'; name: string }
  | { way: 'next' }

export type AddressFault = 'form' | 'length' | 'characters' | 'dots'
export type FileFolder = 'static' | 'islands' | 'media' | 'public'

const LONGEST = 2048
/** Answered by the page server itself. */
const OWN = new Set(['healthz', 'readyz', 'metrics', 'speculation-rules.json', 'read'])
/** Names Next has pages of its own for, which are no page of ours. */
const OF_NEXT = new Set(['404', '500', '_error', '_not-found', '_document', '_app'])
// What storage and the build name so; all else below these folders may be an address of the old site.
const MEDIA = /^\/media\/[0-9a-f]{2}\/[0-9a-z-]+\.[a-z0-9]+$/
const ISLAND = /^\/islands\/[^/]+\.js(?:\.map)?$/
/** One-part addresses that never reach a page of the site. */
export const OWN_NAMES: ReadonlySet<string> = new Set([...OWN, ...OF_NEXT])
/** The path says the view already. */
const NONE = /(?!)/
const NO_FILES: ReadonlySet<string> = new Set()

/**
 * Reads a request target as it came over the wire. `publicFiles` holds the paths of the folder public/, each with its leading slash.
 * Stable: the key of a page's address reads as the same key.
 */
export function readAddress(target: string, publicFiles: ReadonlySet<string> = NO_FILES): Address {
  if (target.length > LONGEST) return { way: 'refuse', reason: 'length' }
  if (!target.startsWith('/') || target.includes('#')) return { way: 'refuse', reason: 'form' }
  const [rawPath = '', rawQuery = ''] = splitOnce(target, '?')
  const path = readPath(rawPath)
  if ('reason' in path) return { way: 'refuse', reason: path.reason }
  const { segments, slash } = path
  const tidy = encodePath(segments)
  const lite = segments[0] === 'lite'
  if (path.doubled)
    return untangled(`${tidy}${slash && segments.length > 0 ? '/' : ''}${rawQuery && `?${encodeRaw(rawQuery)}`}`, publicFiles)

  // The lite edition of a page is the page with `/lite` before it; what has none is asked for without.
  const own = lite ? segments.slice(1) : segments
  const other = otherWay(own, rawQuery, publicFiles)
  if (other && !lite) return other
  const { section, canonicalSlash } = sectionOf(own)
  if (lite && (other || !hasLite(section)))
    return { way: 'redirect', to: `${encodePath(own)}${rawQuery && `?${encodeRaw(rawQuery)}`}` }
  const allowed = allowedParams(section, own)
  const query = readQuery(rawQuery, lite ? { ...allowed, view: NONE } : allowed)
  if (query === null) return { way: 'refuse', reason: 'characters' }
  const suffix = query.length === 0 ? '' : `?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
  if (slash && segments.length > 0) {
    if (canonicalSlash === 'never') return { way: 'redirect', to: tidy + suffix }
    return { way: 'page', key: `${tidy}/${suffix}`, section, deep: false }
  }
  // Whatever can be asked in endless ways, or is walked by robots alone, is kept beside the paper itself, not in its place.
  const deep = section === 'api' || own[0] === 'sitemap' || query.some(([name]) => name === 'before' || name === 'after')
  return { way: 'page', key: tidy + suffix, section, deep }
}

/** An empty segment would make `//host` of a redirect's target; whatever the address is, it is asked again without. */
function untangled(target: string, publicFiles: ReadonlySet<string>): Address {
  const address = readAddress(target, publicFiles)
  if (address.way === 'redirect' || address.way === 'refuse') return address
  return { way: 'redirect', to: address.way === 'page' ? address.key : target }
}

function otherWay(segments: string[], rawQuery: string, publicFiles: ReadonlySet<string>): Address | null {
  const [first = '', second, ...rest] = segments
  if (first === 'admin' || (first === 'api' && second !== undefined && second !== 'v1')) return { way: 'next' }
  if (first === '_next') {
    return second === 'static'
      ? { way: 'file', folder: 'static', path: rest.join('/'), versioned: true }
      : { way: 'own', name: '_next' }
  }
  const path = `/${segments.join('/')}`
  const hash = /(?:^|&)v=([0-9a-f]{6,})(?:&|$)/.exec(rawQuery)?.[1]
  const named = { versioned: false, ...(hash !== undefined && { hash }) }
  if (MEDIA.test(path)) return { way: 'file', folder: 'media', path: path.slice('/media/'.length), versioned: true }
  if (ISLAND.test(path)) return { way: 'file', folder: 'islands', path: path.slice('/islands/'.length), ...named }
  if (segments.length === 1 && OWN.has(first)) return { way: 'own', name: first }
  if (segments.length === 1 && OF_NEXT.has(first)) return { way: 'own', name: 'missing' }
  return publicFiles.has(path) ? { way: 'file', folder: 'public', path: path.slice(1), ...named } : null
}

type ReadPath = { segments: string[]; slash: boolean; doubled: boolean } | { reason: AddressFault }

function readPath(rawPath: string): ReadPath {
  const parts = rawPath.slice(1).split('/')
  const slash = parts.at(-1) === ''
  if (slash) parts.pop()
  const segments: string[] = []
  for (const part of parts) {
    const text = decodePart(encodeRaw(part))
    if (text === null) return { reason: 'characters' }
    if (text === '.' || text === '..') return { reason: 'dots' }
    if (text !== '') segments.push(text)
  }
  return { segments, slash, doubled: parts.includes('') }
}

/** The allowed parameters, first value of each, by name; null when one of them cannot be decoded. What is not allowed is not even looked at. */
function readQuery(rawQuery: string, allowed: Readonly<Record<string, RegExp>>): [string, string][] | null {
  const found = new Map<string, string>()
  for (const pair of rawQuery === '' ? [] : rawQuery.split('&')) {
    const [name = '', rawValue = ''] = splitOnce(pair, '=')
    const pattern = Object.hasOwn(allowed, name) ? allowed[name] : undefined
    if (!pattern || found.has(name)) continue
    const value = decodePart(encodeRaw(rawValue.replaceAll('+', ' ')))
    if (value === null) return null
    if (pattern.test(value)) found.set(name, value)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

const encodePath = (segments: string[]) => `/${segments.map(encodeURIComponent).join('/')}`

/** Some clients send UTF-8 unescaped; Node hands its bytes over as Latin-1. */
const encodeRaw = (text: string) =>
  text.replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
