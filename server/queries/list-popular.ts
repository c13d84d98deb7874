import type { ArticleCard } from '@/newsroom/article'
import { POPULAR } from '@/newsroom/cache-tags'
import type { PopularSpan } from '@/newsroom/popular'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsInOrder } from './article-card'

export type PopularLists = Record<PopularSpan, ArticleCard[]>

/** A few more are asked for, in case some are not public any more. */
const SPARE = 5

/** 热门 as it was reckoned last, the first `most` of each span. */
export async function listPopular(most: number): Promise<PopularLists> {
  reads(POPULAR)
  const places = await readDb().popularArticle.findMany({
    where: { position: { lte: most + SPARE } },
    orderBy: { position: 'asc' },
  })
  const cards = await cardsInOrder([...new Set(places.map(({ articleId }) => articleId))])
  const of = (span: PopularSpan) =>
    places
      .filter((place) => place.span === span)
      .flatMap(({ articleId }) => cards.find(({ id }) => id === articleId) ?? [])
      .slice(0, most)
  return { day: of('day'), week: of('week') }
}
