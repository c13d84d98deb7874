import { answerQuery, pageAnswer, problemAnswer, site, unknown } from '@/app/api/v1/answer'
import { type SearchParameters, searchQuery } from '@/newsroom/api/query'
import { searchHitJson } from '@/newsroom/api/search-json'
import { isSearch, searchQueryOf } from '@/newsroom/search/search-address'
import { findListedName } from '@/server/queries/list-listed-names'
import { searchArticles } from '@/server/queries/search-articles'

export const dynamic = 'force-dynamic'

/** Published articles that hold all words. */
export async function GET(request: Request): Promise<Response> {
  return await answerQuery(request, searchQuery, async (asked) => {
    const missing = await findMissing(asked)
    if (missing) return unknown(missing, asked[missing] ?? '')
    const { q = '', category = '', tag = '', source = '', from = '', to = '', sort, limit, cursor } = asked
    const search = searchQueryOf({ q, category, tag, source, from, to, order: sort })
    if (!isSearch(search)) return pageAnswer(request, { total: 0, exact: true, items: [], next: null })
    const answer = await searchArticles(search, { size: limit, cursor })
    if (answer.state === 'busy') return problemAnswer(503, { detail: 'too many search at once: ask again in a few seconds' })
    if (answer.state === 'slow')
      return problemAnswer(503, { detail: 'too much to look through: ask for less, by a word or a day' })
    const { total, hits, next } = answer
    return pageAnswer(request, {
      total: total.count,
      exact: total.exact,
      items: hits.map((hit) => searchHitJson(hit, site())),
      next,
    })
  })
}

/** Slugs that nothing published has; what is typed into `q` is read with more patience. */
async function findMissing(asked: SearchParameters): Promise<'category' | 'tag' | 'source' | null> {
  for (const kind of ['category', 'tag', 'source'] as const) {
    const slug = asked[kind]
    if (slug !== undefined && !(await findListedName(kind, slug))) return kind
  }
  return null
}
