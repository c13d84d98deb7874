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
  const places = await listPopularPlaces(most)
  return places.of(new Map((await cardsInOrder(places.ids)).map((card) => [card.id, card])))
}

interface PopularPlaces {
  /** whose cards it takes */
  ids: string[]
  of(cards: ReadonlyMap<string, ArticleCard>): PopularLists
}

/** The same for who asks for more cards with these. */
export async function listPopularPlaces(most: number): Promise<PopularPlaces> {
  reads(POPULAR)
  const places = await readDb().popularArticle.findMany({
    where: { position: { lte: most + SPARE } },
    orderBy: { position: 'asc' },
  })
  const inSpan = (span: PopularSpan, cards: ReadonlyMap<string, ArticleCard>) =>
    places
      .filter((place) => place.span === span)
      .flatMap(({ articleId }) => cards.get(articleId) ?? [])
      .slice(0, most)
  return {
    ids: [...new Set(places.map(({ articleId }) => articleId))],
    of: (cards) => ({ day: inSpan('day', cards), week: inSpan('week', cards) }),
  }
}
