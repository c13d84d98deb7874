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

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const LONGEST = 200

/** A headline in pieces that a line should not break: words, with the marks that belong to them. Joined they are the headline. */
export function headlineWords(headline: string): string[] {
  if (headline.length > LONGEST) return [headline]
  const pieces: string[] = []
  let beforeIsWord = false
  for (const { segment, isWordLike = false } of segmenter.segment(headline)) {
    const last = pieces.length - 1
    // Only between two words: marks have their own rules of where a line may end.
    if (beforeIsWord && isWordLike) pieces.push(segment)
    else pieces[Math.max(last, 0)] = (pieces[last] ?? '') + segment
    beforeIsWord = isWordLike
  }
  return pieces
}
