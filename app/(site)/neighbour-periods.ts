import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import { writeCursor } from '@/newsroom/cursor'
import { listArticles } from '@/server/queries/list-articles'
import { currentSite } from './site'

/** Before every real id, so that the cursor stands exactly at the instant. */
const NO_ID = '00000000'

/**
 * The day, month or year before and after this one that has something to read: the article next to its edge is one step in
 * the index, whatever the gap.
 */
export async function neighbourPeriods(period: string): Promise<{ previous: string | null; next: string | null }> {
  const { timeZone } = currentSite()
  const edge = (at: string) => writeCursor({ at: startOfPeriod(at, timeZone), id: NO_ID })
  const [before, after] = await Promise.all([
    listArticles('site', { before: edge(period), size: 1 }),
    listArticles('site', { after: edge(nextPeriod(period)), size: 1 }),
  ])
  const periodOf = ([card]: { publishedAt: Date }[]) => card && calendarDay(card.publishedAt, timeZone).slice(0, period.length)
  const [previous, next] = [periodOf(before.items), periodOf(after.items)]
  // At the edge of the archive a list falls back to its newest page, which may be this very period.
  return { previous: previous && previous < period ? previous : null, next: next && next > period ? next : null }
}
