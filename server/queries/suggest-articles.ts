import { articlePath } from '@/newsroom/addresses'
import { calendarDay } from '@/newsroom/calendar'
import { MOST_SUGGESTIONS, type Suggestion } from '@/newsroom/desk/suggestion'
import { config } from '@/server/config'
import { listArticles } from './list-articles'
import { searchHeadlines } from './search-headlines'

/** Live articles to link to, newest first: by words of the headline, or the newest; everybody of the staff may read them. */
export async function suggestArticles(text: string): Promise<Suggestion[]> {
  const { SITE_TIMEZONE } = config()
  const { items } = text.trim() === '' ? await listArticles('site', { size: MOST_SUGGESTIONS }) : await searchHeadlines(text)
  return items.slice(0, MOST_SUGGESTIONS).map((card) => ({
    id: card.id,
    label: card.headline,
    href: articlePath(card, SITE_TIMEZONE),
    day: calendarDay(card.publishedAt, SITE_TIMEZONE),
    ...(card.category && { category: card.category.name }),
  }))
}
