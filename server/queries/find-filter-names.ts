import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import type { FilterNames } from '@/newsroom/desk/article-list'
import { db } from '@/server/db'

/** What the labels of a filter are called. */
export async function findFilterNames({ category, tag, source, author }: ArticleFilter): Promise<FilterNames> {
  const named = { select: { name: true } } as const
  const [inCategory, tagged, from, by] = await Promise.all([
    category === undefined ? null : db().category.findUnique({ where: { id: category }, ...named }),
    tag === undefined ? null : db().tag.findUnique({ where: { id: tag }, ...named }),
    source === undefined ? null : db().source.findUnique({ where: { id: source }, ...named }),
    author === undefined
      ? null
      : author.startsWith('p')
        ? db().person.findUnique({ where: { id: Number(author.slice(1)) }, ...named })
        : db().staff.findUnique({ where: { id: author.slice(1) }, ...named }),
  ])
  return {
    ...(inCategory && { category: inCategory.name }),
    ...(tagged && { tag: tagged.name }),
    ...(from && { source: from.name }),
    ...(by && { author: by.name }),
  }
}
