/** A place in a list: everything older than it comes after it. */
export interface Cursor {
  at: Date
  id: string
}

/** `kz1m3x0a-9f3k2m8p1q`: milliseconds in base 36, then the article's id; fit for an address as it is. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime().toString(36)}-${id}`
}

/** What a cursor looks like. */
export const CURSOR = /^(-?[0-9a-z]{1,11})-([0-9a-z]{8,16})$/
/** The years 1 to 9999: older ones no database knows, and no article has them. */
const [EARLIEST_MS, LATEST_MS] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]

/** Null for what is no cursor: the list then starts at its beginning. */
export function readCursor(text: string | undefined): Cursor | null {
  const [, time, id] = CURSOR.exec(text ?? '') ?? []
  if (!time || !id) return null
  const ms = Number.parseInt(time, 36)
  return ms >= EARLIEST_MS && ms <= LATEST_MS ? { at: new Date(ms), id } : null
}
