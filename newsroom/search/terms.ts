/** Scripts written without spaces between words. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}々〇ー]`
const RUNS = new RegExp(
  String.raw`(?<unspaced>${UNSPACED}+)|(?<digits>[\p{N}--${UNSPACED}]+)|(?<letters>[[\p{L}\p{M}]--${UNSPACED}]+)`,
  'gv',
)
const IS_UNSPACED = new RegExp(`^${UNSPACED}$`, 'v')
/** A lexeme of PostgreSQL holds 2,046 bytes; no word anyone looks for is longer. */
const LONGEST = 64

interface Run {
  text: string
  unspaced: boolean
  /** follows a run of letters or digits at once: `g` in `5g` */
  joined: boolean
}

/** Letters and digits part: 5G is 5 and G, one after the other. 々 and ー belong to what they stand with. */
function* runsOf(normalised: string): Generator<Run> {
  let end = -1
  for (const { 0: whole, index, groups } of normalised.matchAll(RUNS)) {
    const unspaced = groups?.unspaced !== undefined
    const text = unspaced ? whole : whole.slice(0, LONGEST).toWellFormed()
    yield { text, unspaced, joined: !unspaced && end === index }
    end = unspaced ? -1 : index + whole.length
  }
}

/**
 * What a normalised text is found by: of scripts without spaces each character and each pair of neighbours, of others each
 * run of letters and of digits, and each two of those that touch (`5g`). Adds to `terms`.
 */
export function addTerms(terms: Set<string>, normalised: string): void {
  let before = ''
  for (const { text, unspaced, joined } of runsOf(normalised)) {
    if (!unspaced) {
      terms.add(text)
      if (joined) terms.add(before + text)
      before = text
      continue
    }
    let last = ''
    for (const character of text) {
      terms.add(character)
      if (last) terms.add(last + character)
      last = character
    }
  }
}

export interface WordTerms {
  /** all of them stand in a text that holds the word */
  terms: string[]
  /** whoever has the terms has the word */
  exact: boolean
}

/** The terms that a text with this normalised word certainly has. */
export function termsOfWord(normalised: string): WordTerms {
  const terms = new Set<string>()
  const runs = [...runsOf(normalised)]
  for (const [index, { text, unspaced, joined }] of runs.entries()) {
    if (!unspaced) {
      if (joined) terms.add((runs[index - 1]?.text ?? '') + text)
      else if (!runs[index + 1]?.joined) terms.add(text)
      continue
    }
    const characters = [...text]
    if (characters.length === 1) terms.add(text)
    for (let at = 1; at < characters.length; at++) terms.add(`${characters[at - 1]}${characters[at]}`)
  }
  const all = [...terms]
  return { terms: all, exact: all.length === 1 && all[0] === normalised }
}

export const isUnspaced = (character: string): boolean => IS_UNSPACED.test(character)
