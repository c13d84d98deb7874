import { Prisma } from '@/generated/prisma/client'
import type { ArticleList } from '@/newsroom/article'
import { holdsWord } from '@/newsroom/search/find-word'
import { normalise } from '@/newsroom/search/normalise'
import { planHeadline } from '@/newsroom/search/search-plan'
import { parseSearch } from '@/newsroom/search/search-query'
import { SearchBusy, SearchSlow, withSearchConnection } from '@/server/search-pool'
import { cardsOf } from './article-card'
import type { ListPage } from './list-articles'
import { isPublic } from './public-filter'
import { findHits, newestOf } from './search-hits'

/** What the index promised falsely is rare. */
const SPARE = 10
const NONE: ArticleList = { items: [], older: null, newer: null }

/**
 * Articles whose headline holds every word, or what its pinyin is called, newest first; the last word may be unfinished. For
 * suggestions: nothing where it would take long. Names no tags.
 */
export async function searchHeadlines(text: string, { size = 20 }: ListPage = {}): Promise<ArticleList> {
  const plan = planHeadline(parseSearch(text).words)
  if (!plan) return NONE
  try {
    return await withSearchConnection(async (ask) => {
      const hits = await newestOf(await findHits(ask, { needs: plan.needs, without: [], from: null, until: null }), size + SPARE)
      const ids = hits.map(({ id }) => id)
      const picks = Prisma.sql`SELECT l."id" FROM "Article" l WHERE l."id" = ANY(${ids}::text[]) AND ${isPublic('l')}`
      const cards = ids.length === 0 ? [] : await cardsOf(picks, ask)
      const holdsAll = (headline: string) => plan.whole.every((word) => holdsWord(normalise(headline), word))
      return { ...NONE, items: cards.filter(({ headline }) => holdsAll(headline)).slice(0, size) }
    })
  } catch (error) {
    if (error instanceof SearchSlow || error instanceof SearchBusy) return NONE
    throw error
  }
}
