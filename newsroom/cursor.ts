/** A place in a list: everything older than it comes after it. */
export interface Cursor {
  at: Date
  id: string
}

/** `kz1m3x0a-9f3k2m8p1q`: milliseconds in base 36, then the article's id; fit for an address as it is. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime().toString(36)}-${id}`
}

/** Null for what is no cursor: the list then starts at its beginning. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = /^(-?[0-9a-z]{1,11})-([0-9a-z]{8,16})$/.exec(text ?? '')
  if (!match?.[1] || !match[2]) return null
  const at = new Date(Number.parseInt(match[1], 36))
  return Number.isNaN(at.getTime()) ? null : { at, id: match[2] }
}
