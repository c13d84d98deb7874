/** Where a headline may be broken between its phrases: at a space, after a mark. */
const PHRASE_END = /[\s，。、；：！？…—]+/u
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303f\uff00-\uff60]/u
/** Han characters a line of a headline holds in the narrowest column it stands in. */
const NARROWEST = 12

/**
 * Whether a headline is better broken between its phrases than wherever a line is full: all of them fit a line everywhere.
 * A character that is not wide counts half.
 */
export function breaksAtPhrases(headline: string): boolean {
  const phrases = headline.split(PHRASE_END)
  return phrases.length > 1 && phrases.every((phrase) => widthOf(phrase) <= NARROWEST)
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 1 : 0.5
  return width
}
