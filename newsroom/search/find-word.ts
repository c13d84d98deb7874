import { isUnspaced } from './terms'

const LETTER = /^[\p{L}\p{M}]$/u
const DIGIT = /^\p{N}$/u

type Kind = 'letter' | 'digit' | null

/** Of scripts with spaces; of others every character is a border. */
function kindOf(character: string | undefined): Kind {
  if (character === undefined || isUnspaced(character)) return null
  return LETTER.test(character) ? 'letter' : DIGIT.test(character) ? 'digit' : null
}

/** Where a normalised text holds a normalised word, in one piece; `art` is not found in `party`, nor `22` in `2022`. */
export function findWord(text: string, word: string, most = Number.POSITIVE_INFINITY): [start: number, end: number][] {
  const found: [number, number][] = []
  if (word === '') return found
  const [opening, closing] = [kindOf(firstCharacter(word, 0)), kindOf(lastCharacter(word))]
  for (let at = text.indexOf(word); at !== -1 && found.length < most; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    if (opening !== null && kindOf(lastCharacter(text.slice(Math.max(0, at - 2), at))) === opening) continue
    if (closing !== null && kindOf(firstCharacter(text, end)) === closing) continue
    found.push([at, end])
  }
  return found
}

export const holdsWord = (text: string, word: string): boolean => findWord(text, word, 1).length > 0

function firstCharacter(text: string, at: number): string | undefined {
  const point = text.codePointAt(at)
  return point === undefined ? undefined : String.fromCodePoint(point)
}

function lastCharacter(text: string): string | undefined {
  return [...text.slice(-2)].at(-1)
}
