import { type Cursor, readCursor, writeCursor } from '@/newsroom/cursor'

/** Where in what was found a page ends: in a list by relevance a number or, past those ranked, a place in time. */
export interface SearchPlace {
  /** the words had to be taken apart */
  loose: boolean
  /** the page before this place, not the one after it */
  back: boolean
  /** epoch ms: what was published later is not in the list; null by time, where it stands before it */
  asOf: number | null
  at: number | Cursor
}

const FORM = /^([ls])([fb])(?:([0-9a-z]+)\.)?([0-9a-z-]+)$/

/** Opaque, and fit for an address as it is: `sfmf1x9k2a.39`, `sbkz1m3x0a-9f3k2m8p1q`. */
export function writePlace({ loose, back, asOf, at }: SearchPlace): string {
  const where = typeof at === 'number' ? String(at) : writeCursor(at)
  return `${loose ? 'l' : 's'}${back ? 'b' : 'f'}${asOf === null ? '' : `${asOf.toString(36)}.`}${where}`
}

/** Null for what is none: the list then starts at its beginning. */
export function readPlace(text: string | undefined): SearchPlace | null {
  const [, looseness, direction, asOf, where = ''] = FORM.exec(text ?? '') ?? []
  if (!looseness) return null
  const at = /^\d{1,6}$/.test(where) ? Number(where) : readCursor(where)
  const time = asOf === undefined ? null : Number.parseInt(asOf, 36)
  if (at === null || (time === null && typeof at === 'number') || (time !== null && time > 8.64e15)) return null
  return { loose: looseness === 'l', back: direction === 'b', asOf: time, at }
}
