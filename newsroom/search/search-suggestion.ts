import { articlePath, inView } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import { calendarDay } from '@/newsroom/calendar'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { type NamedHit, namedPath } from './named-hit'

/** What the search box offers: a name of the paper or an article. */
export interface SearchSuggestion {
  label: string
  path: string
  /** what it is, or of which day */
  note: string
}

export const MOST_NAMES = 4
export const MOST_HEADLINES = 5

export function searchSuggestions(
  names: readonly NamedHit[],
  cards: readonly Pick<ArticleCard, 'id' | 'headline' | 'publishedAt'>[],
  { site, view }: { site: Site; view: View },
): SearchSuggestion[] {
  const t = texts(site.locale)
  return [
    ...names.slice(0, MOST_NAMES).map((hit) => ({
      label: hit.name,
      path: inView(namedPath(hit, site.locale), view),
      note: t(`search.field.${hit.kind === 'person' ? 'author' : hit.kind}`),
    })),
    ...cards.slice(0, MOST_HEADLINES).map((card) => ({
      label: card.headline,
      path: inView(articlePath(card, site.timeZone), view),
      note: calendarDay(card.publishedAt, site.timeZone),
    })),
  ]
}
