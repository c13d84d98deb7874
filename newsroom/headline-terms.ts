/** Scripts written without spaces between words. */
const RUNS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}々〇ー]+|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}々〇ー]]+/gv
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}々〇ー]/v
/** A lexeme of PostgreSQL holds 2,046 bytes; no word anyone looks for is longer. */
const LONGEST_WORD = 64

/**
 * What a headline is found by: each pair of neighbouring han characters and the last one alone (so that a search for
 * `航` finds the prefix in any place), and each word of other scripts; NFKC, lower case, each term once. The desk's lists, the
 * library and related articles go by these, which stand in their rows; readers' search has terms of its own (search/terms.ts), of
 * all a text holds, that fold traditional characters and part letters from digits.
 */
export function headlineTerms(text: string): string[] {
  const terms = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (!UNSPACED.test(run)) {
      terms.add(run.slice(0, LONGEST_WORD))
      continue
    }
    const characters = [...run]
    for (const [index, character] of characters.entries()) terms.add(character + (characters[index + 1] ?? ''))
  }
  return [...terms]
}
