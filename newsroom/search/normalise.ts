import traditional from 'opencc-js/dict/TSCharacters'

/** 繁 → 简, character by character: a text and a part of it come out the same, whatever stands around it. */
const SIMPLIFIED = new Map(traditional.split('|').map((pair) => pair.split(' ') as [string, string]))
const SPACE = /^[\s\p{Cc}]$/u
/** Zero width, soft hyphens, variation selectors, accents of Latin letters, halves of a character. */
const NOTHING = /^(?:\p{DI}|\p{Cs}|[\u0300-\u036f])$/u
const DOT = /^[·•・‧∙⋅･●]$/u
const HANGUL = /^\p{sc=Hang}$/u

/** By UTF-16 unit: a table is several times quicker than a map of characters, and most of a text is in it. */
const units: (string | undefined)[] = []
const further = new Map<string, string>()

function foldUnit(unit: number): string {
  let known = units[unit]
  if (known === undefined) {
    known = foldNew(String.fromCharCode(unit))
    units[unit] = known
  }
  return known
}

/** What needs two units. */
function foldPair(character: string): string {
  let known = further.get(character)
  if (known === undefined) {
    known = foldNew(character)
    further.set(character, known)
  }
  return known
}

function foldNew(character: string): string {
  // A byte order mark is both.
  if (NOTHING.test(character)) return ''
  if (SPACE.test(character)) return ' '
  if (DOT.test(character)) return '·'
  const plain = HANGUL.test(character) ? character : character.normalize('NFKD')
  return [...plain.toLowerCase()]
    .map((part) => (SPACE.test(part) ? ' ' : NOTHING.test(part) ? '' : part === 'ς' ? 'σ' : (SIMPLIFIED.get(part) ?? part)))
    .join('')
}

/**
 * A text as it is compared, the same for what is looked for and what is looked in: compatibility forms and width (NFKD by
 * character), lower case without accents, simplified, one space for many. `starts` is filled with where each UTF-16 unit of the
 * answer came from, and the length of the text at its end.
 */
export function normalise(text: string, starts?: number[]): string {
  let out = ''
  let afterSpace = false
  for (let at = 0, next = 0; at < text.length; at = next) {
    const unit = text.charCodeAt(at)
    const character = (unit & 0xf800) === 0xd800 ? String.fromCodePoint(text.codePointAt(at) ?? unit) : ''
    const plain = character === '' ? foldUnit(unit) : foldPair(character)
    next = at + (character.length || 1)
    if (plain !== ' ' || !afterSpace) {
      out += plain
      if (starts) for (let count = 0; count < plain.length; count++) starts.push(at)
    }
    if (plain !== '') afterSpace = plain.endsWith(' ')
  }
  starts?.push(text.length)
  return out
}

/** What a stretch of a normalised text was in the original. */
export function originalRange(starts: readonly number[], start: number, end: number): [start: number, end: number] {
  let after = end
  // One character may have become several (㎡ → m2): all of it is meant.
  while (after < starts.length - 1 && starts[after] === starts[end - 1]) after++
  return [starts[start] ?? 0, starts[after] ?? 0]
}
