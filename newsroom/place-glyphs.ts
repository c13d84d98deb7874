/** How far a character moves the pen, in em. */
export type Advance = (character: string) => number

export interface PlacedGlyph {
  character: string
  /** em from the start of the line */
  at: number
}

const OPENING = /[“‘（《【〈「『〔〖]/u
const CLOSING = /[”’）》】〉」』〕〗，。、；：！？]/u
const WIDE = 0.9
const LATIN = /[\p{Script=Latin}\p{Nd}]/u
const DASH = '—'

/**
 * Sets a line: two full-width marks beside each other give up half an em (CLREQ §3.1.6), as does one that opens the line; an
 * apostrophe inside a word is a narrow one; a dash of two signs is one stroke, its middle covered by a third.
 */
export function placeGlyphs(text: string, advance: Advance): { glyphs: PlacedGlyph[]; width: number } {
  const characters = [...text]
  const glyphs: PlacedGlyph[] = []
  let at = 0
  for (const [index, each] of characters.entries()) {
    const before = characters[index - 1] ?? ''
    const after = characters[index + 1] ?? ''
    const character = each === '’' && LATIN.test(before) && LATIN.test(after) ? "'" : each
    const full = advance(character)
    if (OPENING.test(character) && full > WIDE && (before === '' || OPENING.test(before))) at -= 0.5
    if (character === DASH && before === DASH) glyphs.push({ character, at: at - full / 2 })
    glyphs.push({ character, at })
    at += full
    if (CLOSING.test(character) && full > WIDE && (CLOSING.test(after) || OPENING.test(after))) at -= 0.5
  }
  return { glyphs, width: Math.max(0, at) }
}
