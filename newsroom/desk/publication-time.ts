/** So far ahead nobody plans; beyond it somebody mistyped a year. */
const FURTHEST_YEARS = 5

export interface PublicationWish {
  now: Date
  /** when somebody wants it out; null: at once */
  at: Date | null
  embargoUntil: Date | null
}

/** When it goes out: a time that has passed means now, and what is wanted at once waits for its embargo. Null: too far ahead. */
export function publicationTime({ now, at, embargoUntil }: PublicationWish): Date | null {
  if (at === null) return embargoUntil !== null && embargoUntil > now ? embargoUntil : now
  if (at > furthestFrom(now)) return null
  return at > now ? at : now
}

/** Whether somebody can have meant this time: not beyond what anybody plans, nor before there were any. */
export const isPlannable = (at: Date, now: Date): boolean => at <= furthestFrom(now) && at.getUTCFullYear() >= 1

function furthestFrom(now: Date): Date {
  const furthest = new Date(now)
  furthest.setUTCFullYear(now.getUTCFullYear() + FURTHEST_YEARS)
  return furthest
}
