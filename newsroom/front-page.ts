import type { ArticleCard } from './article'

/** Choices for a front page nobody has laid out by hand. */
export interface FrontPageChoice {
  leads: ArticleCard[]
  newest: ArticleCard[]
}

const LEADS = 3
const NEWEST = 14

/**
 * The stories somebody chose lead, in their order. Places left over fill themselves: the newest with a picture, then the newest
 * without, so that the first lead has a picture if any has. The rolling list is everything else, by time.
 */
export function chooseFrontPage(newestFirst: ArticleCard[], chosen: ArticleCard[] = []): FrontPageChoice {
  const rest = newestFirst.filter(({ id }) => !chosen.some((card) => card.id === id))
  const pictured = rest.filter((card) => card.picture)
  const plain = rest.filter((card) => !card.picture)
  const fill = [...pictured, ...plain].slice(0, Math.max(0, LEADS - chosen.length))
  const leads = [...chosen, ...fill]
  return { leads, newest: rest.filter((card) => !fill.includes(card)).slice(0, NEWEST) }
}
