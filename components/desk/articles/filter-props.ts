import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import type { FilterNames } from '@/newsroom/desk/article-list'

export interface FilterProps {
  filter: ArticleFilter
  names: FilterNames
  onChange(filter: ArticleFilter): void
}

/** A filter as an address has it. */
export const asQuery = (filter: ArticleFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]))
