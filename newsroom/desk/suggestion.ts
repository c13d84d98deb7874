import { sortKeyOf } from '@/newsroom/slug'

/** What an editor is offered while typing. */
export const SUGGESTION_KINDS = ['tags', 'people', 'sources', 'categories', 'articles', 'staff'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

export interface Suggestion {
  id: number | string
  label: string
  /** another word it was found by */
  alias?: string
  /** how many articles have it; counting stops at 100 */
  uses?: number
  /** of a person: 职务 */
  title?: string
  /** of a category: whether it lies in the asker's charge */
  allowed?: boolean
  /** of an article: its address, day and category */
  href?: string
  day?: string
  category?: string
}

export const MOST_SUGGESTIONS = 20
const LONGEST = 60

export interface Typed {
  /** what is contained in the name, lower case; "" asks for what is usual */
  text: string
  /** how the pinyin of the whole name begins; null: cannot be told */
  sortKey: string | null
  /** how the initials begin; null: what was typed are no initials */
  initials: string | null
  /** what every name that holds the text has among its parts, as the database cuts them */
  parts: string[]
  /** the same, of every name that begins with it */
  beginning: string[]
}

/** What somebody typed, as a name may have it: 新乡 is in it, xinxiang begins its pinyin, xxrb its initials. */
export function readTyped(given: string): Typed {
  const text = given
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('\0', '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .toLowerCase()
  const latin = /^[a-z0-9' -]+$/.test(text)
  const spaceless = text.replace(/[' ]/g, '')
  const [first = '', ...rest] = text
  const parts = rest.length === 0 ? [first] : [first, ...rest].slice(0, -1).map((character, index) => character + rest[index])
  return {
    text,
    parts,
    beginning: [`^${first}`, ...parts],
    sortKey: (latin ? text.replaceAll("'", '') : sortKeyOf(text)) || null,
    initials: latin && /^[a-z0-9]+$/.test(spaceless) ? spaceless : null,
  }
}

/** For LIKE: the text itself, whatever signs it holds. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
