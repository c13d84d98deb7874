import type { ArticleCard } from './article'

/** Choices for a front page nobody has laid out by hand. */
export interface FrontPageChoice {
  leads: ArticleCard[]
  newest: ArticleCard[]
}

const LEADS = 3
const NEWEST = 14

/**
 * Leads are the newest with a picture, filled up with the newest without; the first lead has a picture if any has.
 * The rolling list is everything else, by time.
 */
export function chooseFrontPage(newestFirst: ArticleCard[]): FrontPageChoice {
  const pictured = newestFirst.filter((card) => card.picture)
  const plain = newestFirst.filter((card) => !card.picture)
  const leads = [...pictured, ...plain].slice(0, LEADS)
  return { leads, newest: newestFirst.filter((card) => !leads.includes(card)).slice(0, NEWEST) }
}
