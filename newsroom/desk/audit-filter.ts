import { isArticleId } from '@/newsroom/article-id'
import { isPeriod, nextPeriod, startOfDay } from '@/newsroom/calendar'
import { type Query, readOne } from '@/newsroom/read-params'

/** What somebody wants to see of the record; null: whatever it is. */
export interface AuditFilter {
  /** a staff id, or `name:import` for the newsroom's own machinery */
  who: string | null
  action: string | null
  /** `article:1a2b…` */
  subject: string | null
  /** calendar days in the newsroom's zone, both included */
  from: string | null
  until: string | null
}

const LONGEST = 100
const isDay = (text: string) => text.length === 10 && isPeriod(text)

/** Reads a filter from an address. What cannot be one is left out, so that a mistyped day shows more rather than an error. */
export function readAuditFilter(query: Query): AuditFilter {
  const text = (name: string) => readOne(query, name)?.trim().slice(0, LONGEST) || null
  const day = (name: string) => {
    const given = text(name)
    return given && isDay(given) ? given : null
  }
  const subject = text('subject')
  return {
    who: text('who'),
    action: text('action'),
    subject: subject && subjectOf(subject),
    from: day('from'),
    until: day('until'),
  }
}

/** What was pasted as a subject: itself, an article's id, or any address that ends in one. */
function subjectOf(text: string): string {
  const last =
    text
      .replace(/[?#].*$/s, '')
      .split('/')
      .filter((part) => part !== 'review')
      .at(-1) ?? text
  return isArticleId(last) ? `article:${last}` : text
}

/** The same filter as it stands behind the `?` of an address, without what it leaves open. */
export function writeAuditFilter(filter: AuditFilter, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filter, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return new URLSearchParams(given).toString()
}

/** The instants between which its days lie: from the first on, before the second. */
export function spanOf({ from, until }: AuditFilter, timeZone: string): { since: Date | null; before: Date | null } {
  return { since: from ? startOfDay(from, timeZone) : null, before: until ? startOfDay(nextPeriod(until), timeZone) : null }
}
