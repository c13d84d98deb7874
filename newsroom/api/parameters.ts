/** The read API's addresses below /api/v1, and the parameters each of them has (newsroom/api/query.ts says their values). */
export const API_PARAMETERS = {
  articles: ['category', 'tag', 'source', 'type', 'from', 'to', 'updatedSince', 'ids', 'fields', 'limit', 'cursor'],
  article: ['fields'],
  categories: ['limit', 'cursor'],
  tags: ['limit', 'cursor'],
  sources: ['limit', 'cursor'],
  corrections: ['limit', 'cursor'],
  search: ['q', 'category', 'tag', 'source', 'from', 'to', 'sort', 'limit', 'cursor'],
} as const

type ApiList = keyof typeof API_PARAMETERS

/** A hundred ids; whether a value is right is the address's own to say, with a reason. */
const ANYTHING = /^.{0,1200}$/su

const allowed = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, ANYTHING]))
const PATTERNS = new Map(Object.entries(API_PARAMETERS).map(([list, names]) => [list, allowed(names)]))

/** What belongs to an address below /api/v1, `rest` being the segments behind that. */
export function apiParams([list = '', id]: readonly string[]): Readonly<Record<string, RegExp>> {
  const name: ApiList | null = id === undefined ? (list as ApiList) : list === 'articles' ? 'article' : null
  return (name !== null && list !== 'article' && PATTERNS.get(name)) || {}
}
