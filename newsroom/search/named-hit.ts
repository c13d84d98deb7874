import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import { searchPath } from './search-address'
import { parseSearch, writeSearch } from './search-query'

/** 来源, 栏目, 标签, 作者 */
export type NamedKind = 'source' | 'category' | 'tag' | 'person'

/** A name of the paper that somebody may mean. */
export interface NamedHit {
  kind: NamedKind
  slug: string
  name: string
  /** how well it was hit: 0 the name itself, 1 its pinyin or initials, 2 its beginning, 3 and 4 the beginning of its pinyin or initials */
  rank: number
}

/** Where a name leads; a person to what they wrote. */
export function namedPath({ kind, slug, name }: Pick<NamedHit, 'kind' | 'slug' | 'name'>, locale: string): string {
  if (kind === 'person') return searchPath({ q: writeSearch({ ...parseSearch(''), author: name }, locale) })
  return { source: sourcePath, category: categoryPath, tag: tagPath }[kind](slug)
}
