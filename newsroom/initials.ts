import { syllables } from './pinyin'

const MOST_CHARACTERS = 100
const MOST_INITIALS = 64
/** Han as it is; 5G, GDP and 36 as they are; any other word as a word. */
const PARTS = /\p{sc=Han}+|\p{Lu}{2,}(?!\p{Ll})|\p{Nd}+\p{Lu}*|\p{L}[\p{L}\p{M}]*/gu
const HAN = /^\p{sc=Han}/u
const SHORT_FORM = /^(?:\p{Lu}{2,}|\p{Nd}+\p{Lu}*)$/u

/**
 * What an editor in a hurry types for a name: first letters of its pinyin, short forms and figures whole, other words by their
 * first letter; lower case. `新乡日报` → xxrb, `5G手机` → 5gsj, `New York Times` → nyt
 */
export function initialsOf(name: string): string {
  const text = name.toWellFormed().normalize('NFKC').slice(0, MOST_CHARACTERS)
  // Read as a whole: how a character is read depends on its neighbours.
  const readings = syllables(text)
  const characters = [...text]
  let initials = ''
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    const at = [...text.slice(0, index)].length
    if (HAN.test(part)) initials += [...part].map((_, step) => (readings[at + step] ?? '').charAt(0)).join('')
    else initials += SHORT_FORM.test(part) ? part : (characters[at] ?? '')
  }
  const plain = initials
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
  return plain.slice(0, MOST_INITIALS).toWellFormed()
}
