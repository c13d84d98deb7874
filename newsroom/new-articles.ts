/** An entry of /latest.json. */
export interface LatestItem {
  id: string
  /** ISO 8601 in UTC, so that text order is time order */
  publishedAt: string
  headline: string
  /** site-relative */
  path: string
}

/** What a reader had in front of them when the page was loaded. */
export interface Seen {
  ids: ReadonlySet<string>
  /** ISO 8601 in UTC, empty when nothing was there */
  since: string
}

/**
 * What counts as seen when /latest.json first answers: all of it, or what was not newer than the newest article on the page,
 * should that still be among them.
 */
export function firstSeen(items: readonly LatestItem[], newestId?: string): Seen {
  const since = (items.find(({ id }) => id === newestId) ?? items[0])?.publishedAt ?? ''
  return { ids: new Set(items.filter((item) => item.publishedAt <= since).map(({ id }) => id)), since }
}

/**
 * How many articles are new to the reader. An older one that moved up because another was withdrawn is not;
 * one of the same second as the newest is.
 */
export function countNew(items: readonly LatestItem[], seen: Seen): number {
  return items.filter((item) => item.publishedAt >= seen.since && !seen.ids.has(item.id)).length
}
