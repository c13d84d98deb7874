import { syllables } from '@/newsroom/pinyin'

const HAN_RUN = /\p{sc=Han}{2,}/gu
const LONGEST_RUN = 12
const LONGEST_PART = 8

/** Two or more characters of a word, and how they sound. */
export interface SoundingPart {
  start: number
  end: number
  text: string
  /** pinyin without tones, `xinxiang` */
  sound: string
}

/** Every part of a word that may have been meant to be another, the longest first. */
export function soundingParts(word: string): SoundingPart[] {
  const parts: SoundingPart[] = []
  for (const { 0: run, index } of word.matchAll(HAN_RUN)) {
    const characters = [...run].slice(0, LONGEST_RUN)
    const sounds = syllables(characters.join(''))
    for (let from = 0; from < characters.length; from++) {
      for (let to = from + 2; to <= Math.min(characters.length, from + LONGEST_PART); to++) {
        const start = index + characters.slice(0, from).join('').length
        const text = characters.slice(from, to).join('')
        parts.push({ start, end: start + text.length, text, sound: sounds.slice(from, to).join('') })
      }
    }
  }
  return parts.sort((one, other) => other.text.length - one.text.length)
}

/**
 * The word as it would stand with names and words the paper knows, each put where it sounds alike; what is known as it stands is
 * kept. Null where nothing changes. `known` holds all that sounds so.
 */
export function soundsLike(word: string, known: ReadonlyMap<string, readonly string[]>): string | null {
  const taken: (SoundingPart & { by: string })[] = []
  for (const part of soundingParts(word)) {
    const spellings = known.get(part.sound)
    if (!spellings || taken.some(({ start, end }) => part.start < end && start < part.end)) continue
    const by = spellings.includes(part.text) ? part.text : (spellings[0] ?? part.text)
    taken.push({ ...part, by })
  }
  let meant = word
  for (const { start, end, by } of taken.sort((one, other) => other.start - one.start))
    meant = meant.slice(0, start) + by + meant.slice(end)
  return meant === word ? null : meant
}
