import { isPeriod } from '@/newsroom/calendar'
import { type Query, readOne } from '@/newsroom/read-params'
import { LONGEST_SEARCH, parseSearch, type SearchField, type SearchQuery, writeSearch } from './search-query'

/** A search as its address says it: each part as it stands in the form, "" where nothing does. */
export interface SearchAddress extends Record<SearchParam, string> {
  order: SearchQuery['order']
}
type SearchParam = (typeof PARAMS)[number]

const PARAMS = ['q', 'category', 'source', 'tag', 'from', 'to'] as const
/** Of the typed words more is kept than is searched for, so that the page can say so. */
const LONGEST = { q: LONGEST_SEARCH + 100, name: 80 }

/** Forgiving: what makes no sense is left out, days in the wrong order are turned round. */
export function readSearchAddress(query: Query): SearchAddress {
  const read = (name: SearchParam, longest: number) => {
    const text = (readOne(query, name) ?? '').toWellFormed().replace(/[\s\p{Cc}]+/gu, ' ')
    return [...text.trim()].slice(0, longest).join('')
  }
  const day = (name: 'from' | 'to') => {
    const text = read(name, 10)
    return text.length === 10 && isPeriod(text) ? text : ''
  }
  const [from, to] = [day('from'), day('to')]
  const turned = from !== '' && to !== '' && from > to
  return {
    q: read('q', LONGEST.q),
    category: read('category', LONGEST.name),
    source: read('source', LONGEST.name),
    tag: read('tag', LONGEST.name),
    from: turned ? to : from,
    to: turned ? from : to,
    order: readOne(query, 'sort') === 'newest' ? 'newest' : 'relevance',
  }
}

export function searchPath(address: Partial<SearchAddress>): string {
  const params = new URLSearchParams(PARAMS.flatMap((name) => (address[name] ? [[name, address[name]]] : [])))
  if (address.order === 'newest') params.set('sort', 'newest')
  return params.size === 0 ? '/search' : `/search?${params}`
}

/** What is looked for; what was typed goes before what the form says. */
export function searchQueryOf(address: SearchAddress): SearchQuery & { cut: boolean } {
  const typed = parseSearch(address.q)
  return {
    ...typed,
    source: typed.source ?? (address.source || null),
    category: typed.category ?? (address.category || null),
    tag: typed.tag ?? (address.tag || null),
    from: address.from || null,
    to: address.to || null,
    order: address.order,
  }
}

/** Whether there is something to find: days, or what must not be there, only narrow. */
export function isSearch(query: SearchQuery): boolean {
  return query.words.length > 0 || [query.source, query.author, query.category, query.tag].some(Boolean)
}

/** Something that narrows a search, and the search without it. */
export interface ActiveFilter {
  kind: SearchField | 'excluded' | 'days'
  /** of days `2022-02-08/2022-03-01`, one of them may be missing */
  value: string
  without: SearchAddress
}

export function activeFilters(address: SearchAddress): ActiveFilter[] {
  const typed = parseSearch(address.q)
  const query = searchQueryOf(address)
  const fields = (['category', 'source', 'author', 'tag'] as const).flatMap((kind): ActiveFilter[] => {
    const value = query[kind]
    if (value === null) return []
    const q = typed[kind] === null ? address.q : writeSearch({ ...typed, [kind]: null })
    return [{ kind, value, without: { ...address, q, ...(kind !== 'author' && { [kind]: '' }) } }]
  })
  const excluded = [...new Set(typed.excluded)].map((value): ActiveFilter => {
    const q = writeSearch({ ...typed, excluded: typed.excluded.filter((word) => word !== value) })
    return { kind: 'excluded', value, without: { ...address, q } }
  })
  const { from, to } = address
  const days: ActiveFilter[] =
    from || to ? [{ kind: 'days', value: `${from}/${to}`, without: { ...address, from: '', to: '' } }] : []
  return [...fields, ...days, ...excluded]
}
