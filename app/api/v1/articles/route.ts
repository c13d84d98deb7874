import { answerQuery, pageAnswer, site, unknown } from '@/app/api/v1/answer'
import { ARTICLE_FIELDS } from '@/newsroom/api/answers'
import { articleJson, LIGHT_FIELDS } from '@/newsroom/api/article-json'
import { endOf, firstOf } from '@/newsroom/api/moments'
import { type ArticlesQuery, articlesQuery } from '@/newsroom/api/query'
import { listFullArticles } from '@/server/queries/list-full-articles'
import { findListedName, type ListedKind } from '@/server/queries/list-listed-names'

export const dynamic = 'force-dynamic'

/** Published articles, the newest first. */
export async function GET(request: Request): Promise<Response> {
  return await answerQuery(request, articlesQuery, async (query) => {
    const named = await namesOf(query)
    if ('missing' in named) return unknown(named.missing, query[named.missing] ?? '')
    const fields = new Set(query.fields ?? ARTICLE_FIELDS.filter(LIGHT_FIELDS))
    const { from, to, updatedSince, type, ids, limit, cursor } = query
    const { timeZone } = site()
    const { items, next } = await listFullArticles({
      ...named.ids,
      type,
      ids,
      cursor,
      from: from === undefined ? undefined : firstOf(from, timeZone),
      before: to === undefined ? undefined : endOf(to, timeZone),
      updatedSince: updatedSince === undefined ? undefined : firstOf(updatedSince, timeZone),
      size: limit,
      withBody: fields.has('bodyHtml'),
    })
    return pageAnswer(request, { items: items.map((item) => articleJson(item, fields, site())), next })
  })
}

interface Ids {
  categoryId?: number
  tagId?: number
  sourceId?: number
}

const KINDS = { category: 'categoryId', tag: 'tagId', source: 'sourceId' } as const satisfies Record<ListedKind, keyof Ids>

async function namesOf(query: ArticlesQuery): Promise<{ ids: Ids } | { missing: ListedKind }> {
  const ids: Ids = {}
  for (const kind of ['category', 'tag', 'source'] as const) {
    const slug = query[kind]
    if (slug === undefined) continue
    const found = await findListedName(kind, slug)
    if (!found) return { missing: kind }
    ids[KINDS[kind]] = found.id
  }
  return { ids }
}
