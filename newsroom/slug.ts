import { createHash } from 'node:crypto'
import { syllables } from './pinyin'

const MOST_BYTES = 80
/** Names that lead elsewhere: an archive's category of that name gets another slug. */
export const RESERVED: ReadonlySet<string> = new Set(
  `admin search sitemap tag source category s api media card poster qr feed lite preview corrections _next islands healthz readyz
   metrics read popular`.split(/\s+/),
)
// One part of a path, whatever server stands before us: no slash, no sign that is decoded twice or cut off, no dot file.
const SAFE = /^(?![.\s])[\p{L}\p{M}\p{Nd} ._~!$&'()+,;=@-]+(?<![.\s])$/u
const FILE = /\.(?:html?|xml|json|txt)$/i
const encoder = new TextEncoder()

/**
 * The slug of a category that an archive calls `archiveName`: that name letter for letter, so that its old address still leads
 * there, unless it is reserved, all digits (a year) or no safe part of a path.
 */
export function categorySlug(archiveName: string): string {
  if (isTaken(archiveName)) return `category-${archiveName.toLowerCase().replace(/^_/, '')}`
  return isSlug(archiveName) ? archiveName : nameSlug(archiveName)
}

/** Whether a text can be a slug as it stands: one part of an address, no file, no year, no name of ours. */
export const isSlug = (text: string): boolean =>
  byteLength(text) <= MOST_BYTES && text === text.normalize('NFC') && SAFE.test(text) && !FILE.test(text) && !isTaken(text)

const isTaken = (text: string) => RESERVED.has(text.toLowerCase()) || /^\d+$/.test(text)

/** The slug of a tag or an outlet: pinyin, Latin kept, lower case. `新乡日报` → xinxiangribao, `iPhone 15` → iphone-15 */
export function nameSlug(name: string): string {
  const words = wordsOf(name)
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
  const slug = cut(words, MOST_BYTES).replace(/(?<!-)-+$/, '')
  if (slug === '') return `n-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  return isTaken(slug) ? `n-${slug}` : slug
}

/** What a register sorts a name by: pinyin, lower case, without accents. */
export function sortKeyOf(name: string): string {
  return cut(wordsOf(name).replace(/^[^\p{L}\p{Nd}]+/u, ''), 200)
}

/** The register's letter of a sort key: A to Z, or # for all else. */
export function letterOf(key: string): string {
  const letter = key.charAt(0).toUpperCase()
  return /^[A-Z]$/.test(letter) ? letter : '#'
}

function wordsOf(name: string): string {
  const latin = syllables(name.toWellFormed().normalize('NFKC').slice(0, 300)).join('')
  return latin
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}

const byteLength = (text: string) => encoder.encode(text).length

/** At most `bytes` of UTF-8, whole code points. */
function cut(text: string, bytes: number): string {
  let length = 0
  let end = ''
  for (const character of text) {
    length += byteLength(character)
    if (length > bytes) break
    end += character
  }
  return end
}
