/** What a reader looks for: what was typed, and what the form narrows it to. */
export interface SearchQuery {
  /** what must be found, each contiguous, as typed (not yet normalised) */
  words: string[]
  /** what must not be there */
  excluded: string[]
  /** 来源, a name or slug as typed */
  source: string | null
  /** 作者, a name as typed */
  author: string | null
  /** slugs */
  category: string | null
  tag: string | null
  /** days, `2022-02-08`, both inclusive */
  from: string | null
  to: string | null
  order: 'relevance' | 'newest'
}

/** Nothing is looked for, and nothing narrows it. */
export const NO_SEARCH: SearchQuery = {
  words: [],
  excluded: [],
  source: null,
  author: null,
  category: null,
  tag: null,
  from: null,
  to: null,
  order: 'newest',
}

/** What the words alone say. */
export interface TypedSearch extends Pick<SearchQuery, 'words' | 'excluded' | SearchField> {
  /** more was typed than is searched for */
  cut: boolean
}

export type SearchField = 'source' | 'author' | 'category' | 'tag'

/** In characters. */
export const LONGEST_SEARCH = 100
export const MOST_WORDS = 12

const FIELDS: Record<SearchField, string> = {
  source: '来源|來源|source',
  author: '作者|author',
  category: '栏目|欄目|category',
  tag: '标签|標籤|tag',
}
const QUOTES = '"“”„＂「」『』'
/** A phrase whose end is missing reaches to the end. */
const PHRASE = /「(?<corner>[^」]*)」?|『(?<double>[^』]*)』?|["“”„＂](?<curled>[^"“”＂]*)["“”＂]?/.source
/** Between words stand spaces and the marks of a Chinese sentence; 3.5 and 1,000 are one word. */
const APART = '\\s，、；。！？…'
const WORD = `[^${APART}${QUOTES}]+`
const TOKENS = new RegExp(
  `(?<minus>(?<![^${APART}])[-－−–]+)?(?:(?<field>${Object.values(FIELDS).join('|')})[:：]\\s*)?(?:${PHRASE}|(?<word>${WORD}))`,
  'giu',
)
const FINDABLE = /[\p{L}\p{N}]/u

/** Reads what a reader typed; whatever it is, something of it can be searched for, or nothing. */
export function parseSearch(text: string): TypedSearch {
  const characters = [...text.toWellFormed().replace(/\p{Cc}/gu, ' ')]
  const typed: TypedSearch = {
    words: [],
    excluded: [],
    source: null,
    author: null,
    category: null,
    tag: null,
    cut: characters.slice(LONGEST_SEARCH).some((character) => character.trim() !== ''),
  }
  for (const { groups = {} } of characters.slice(0, LONGEST_SEARCH).join('').matchAll(TOKENS)) {
    const { minus, field, corner, double, curled, word } = groups
    const value = (corner ?? double ?? curled ?? word ?? '').replace(new RegExp(`[\\s${QUOTES}]+`, 'gu'), ' ').trim()
    if (!FINDABLE.test(value.normalize('NFKC'))) continue
    const name = field === undefined || minus !== undefined ? null : fieldOf(field)
    if (name) typed[name] = value
    else if (typed.words.length + typed.excluded.length === MOST_WORDS) typed.cut = true
    else typed[minus === undefined ? 'words' : 'excluded'].push(value)
  }
  return typed
}

function fieldOf(text: string): SearchField | null {
  const names = Object.keys(FIELDS) as SearchField[]
  return names.find((name) => FIELDS[name].split('|').includes(text.toLowerCase())) ?? null
}

const PLAIN = new RegExp(`^(?![-－−–])(?!(?:${Object.values(FIELDS).join('|')})[:：])${WORD}$`, 'iu')

/** The words that say the same again: `parseSearch(writeSearch(typed))` is `typed`. */
export function writeSearch(typed: Omit<TypedSearch, 'cut'>, locale = 'zh-CN'): string {
  const fields = (Object.keys(FIELDS) as SearchField[]).flatMap((name) => {
    const label = FIELDS[name].split('|').at(locale.startsWith('zh') ? 0 : -1)
    return typed[name] === null ? [] : `${label}:${quoted(typed[name])}`
  })
  return [...typed.words.map(quoted), ...typed.excluded.map((word) => `-${quoted(word)}`), ...fields].join(' ')
}

const quoted = (value: string) => (PLAIN.test(value) ? value : `"${value}"`)
