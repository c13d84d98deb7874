import { excerpt as opening } from '@/newsroom/excerpt'
import { BEFORE, excerptStart } from './excerpt-start'
import { findWord } from './find-word'
import { normalise, originalRange } from './normalise'
import { isLatin, spelledBy } from './pinyin-terms'

/** Of one word, so many places are looked at. */
const MOST = 200

export type Mark = [start: number, end: number]

export interface MarkedText {
  text: string
  /** what was looked for, in order, apart from each other */
  marks: Mark[]
}

/** Where a text holds each of these normalised words. */
function marksOfEach(text: string, words: readonly string[]): Mark[][] {
  const starts: number[] = []
  const normalised = normalise(text, starts)
  return words.map((word) => findWord(normalised, word, MOST).map(([start, end]) => originalRange(starts, start, end)))
}

const marksOf = (text: string, words: readonly string[]): Mark[] => joined(marksOfEach(text, words).flat())

/** The same of a headline, where pinyin counts too. */
export function marksOfHeadline(headline: string, words: readonly string[]): Mark[] {
  const spelled = words.flatMap((word) => (isLatin(word) ? spelledBy(word, normalise(headline)) : []))
  return marksOf(headline, [...words, ...spelled])
}

function joined(marks: Mark[]): Mark[] {
  const apart: Mark[] = []
  for (const [start, end] of marks.sort(([a], [b]) => a - b)) {
    const last = apart.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}

const LENGTH = 110

/** The passage of a body that shows most of the words; where it has none, the standfirst or the opening. */
export function excerptAround(body: string, standfirst: string | null, words: readonly string[]): MarkedText {
  const perWord = marksOfEach(body, words)
  const [best, count] = bestStart(perWord)
  if (count === 0) {
    const text = standfirst || opening(body, LENGTH)
    return { text, marks: marksOf(text, words) }
  }
  const start = excerptStart(body, best)
  const end = Math.min(body.length, start + LENGTH)
  const [from, to] = [start > 0 ? '…' : '', end < body.length ? '…' : '']
  const text = from + body.slice(start, end).toWellFormed().replace(/\s/g, ' ') + to
  const marks = joined(perWord.flat().map(([a, b]): Mark => [a, b]))
    .filter(([a, b]) => a >= start && b <= end)
    .map(([a, b]): Mark => [a - start + from.length, b - start + from.length])
  return { text, marks }
}

/** The mark from which a passage holds the most different words, and how many. */
function bestStart(perWord: readonly Mark[][]): [start: number, count: number] {
  const starts = perWord.flat().map(([start]) => start)
  let [best, most] = [0, 0]
  for (const start of starts.sort((a, b) => a - b)) {
    const last = start + LENGTH - BEFORE
    const count = perWord.filter((marks) => marks.some(([a, b]) => a >= start && b <= last)).length
    if (count > most || most === 0) [best, most] = [start, Math.max(count, 1)]
    if (count === perWord.length) break
  }
  return [best, starts.length === 0 ? 0 : most]
}
