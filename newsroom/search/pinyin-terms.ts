import { syllables } from '@/newsroom/pinyin'
import { cutWords, dictionaryWords } from './segment'

const HAN_WORD = /^\p{sc=Han}{2,12}$/u
const HAN_ONLY = /\p{sc=Han}+/gu
const LATIN = /^[a-z]{2,60}$/

interface Spoken {
  text: string
  full: string
  initials: string
}

/** What a name is found by when its pinyin is typed, whole (`xinxiangribao`) or by first letters (`xxrb`). */
export function spellingsOfName(normalised: string): string[] {
  const han = [...normalised.matchAll(HAN_ONLY)].map(([part]) => part).join('')
  return han.length < 2 ? [] : spellings(speak(han))
}

/** The same of a headline: each of its words, what they are made of, and each two neighbours together. */
export function spellingsOfHeadline(normalised: string): string[] {
  const all = new Set<string>()
  for (const spoken of spokenParts(normalised)) for (const spelling of spellings(spoken)) all.add(spelling)
  return [...all]
}

/** Which words of a normalised headline `latin` spells. */
export const spelledBy = (latin: string, normalised: string): string[] =>
  spokenParts(normalised).flatMap(({ text, full, initials }) => (full === latin || initials === latin ? [text] : []))

/** Whether a word can be pinyin at all. */
export const isLatin = (word: string): boolean => LATIN.test(word)

function spokenParts(normalised: string): Spoken[] {
  const parts: Spoken[] = []
  let before: Spoken | null = null
  for (const word of cutWords(normalised)) {
    const spoken: Spoken | null = HAN_WORD.test(word) ? speak(word) : null
    if (spoken) parts.push(spoken)
    if (spoken && before) {
      parts.push({
        text: before.text + spoken.text,
        full: before.full + spoken.full,
        initials: before.initials + spoken.initials,
      })
    }
    before = spoken
  }
  for (const word of dictionaryWords(normalised)) if (HAN_WORD.test(word)) parts.push(speak(word))
  return parts
}

const spellings = ({ full, initials }: Spoken): string[] => [full, initials].filter((latin) => LATIN.test(latin))

const MOST_KNOWN = 50_000
const known = new Map<string, Spoken>()

/** Words come again and again; to read one costs more than to remember it. */
function speak(text: string): Spoken {
  let spoken = known.get(text)
  if (!spoken) {
    const read = syllables(text)
    spoken = { text, full: read.join(''), initials: read.map((syllable) => syllable.charAt(0)).join('') }
    if (known.size === MOST_KNOWN) known.clear()
    known.set(text, spoken)
  }
  return spoken
}
