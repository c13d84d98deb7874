import { cutWords } from './search/segment'

/** How wide a text stands, in em. */
export type Measure = (text: string) => number

/** Marks that never begin a line (CLREQ §3.1.3), and those that never end one. */
const NEVER_FIRST = /^[\s，。、；：！？…～·•’”）》】〉」』〕〗％%,.;:!?)\]}°℃′″〇々ー]/u
const NEVER_LAST = /[‘“（《【〈「『〔〖([{$￥¥#@·—]$/u
const PHRASE_END = /[\s，。、；：！？…—”》】）]$/u
const TRAILING = /(?<![\s，。、；：！？…—～·,.;:!?])[\s，。、；：！？…—～·,.;:!?]+$/u

/** A dash may begin a line and end one, but stays together. */
const DASH = /^—/u

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * A text in pieces that a line keeps whole: words with their marks, or for running text single characters and Latin words.
 * Joined they are the text.
 */
export function unbroken(text: string, by: 'word' | 'character'): string[] {
  const pieces: string[] = []
  for (const word of cutWords(text)) {
    const parts = by === 'word' || !/\p{Script=Han}/u.test(word) ? [word] : [...word]
    for (const part of parts) {
      const last = pieces.at(-1)
      const sticks =
        last !== undefined &&
        (NEVER_FIRST.test(part) || NEVER_LAST.test(last) || isPair(last, part) || (by === 'word' && isUnit(last, part)))
      if (sticks) pieces[pieces.length - 1] = last + part
      else pieces.push(part)
    }
  }
  return pieces
}

const LATIN = '\\p{Script=Latin}\\p{N}/+&_-'
const ENDS_LATIN = new RegExp(`[${LATIN}]$`, 'u')
const BEGINS_LATIN = new RegExp(`^[${LATIN}]`, 'u')

/** `GDP` + `-` + `2`, `—` + `—`: no line ends inside what is written without a space. */
const isPair = (before: string, after: string) =>
  (ENDS_LATIN.test(before) && BEGINS_LATIN.test(after)) ||
  (/\p{Nd}[.,]$/u.test(before) && /^\p{Nd}/u.test(after)) ||
  (before.endsWith('—') && DASH.test(after))

/** `1,200` + `座`, `31` + `日` */
const isUnit = (before: string, after: string) => /\p{Nd}$/u.test(before) && /^\p{Script=Han}$/u.test(after)

interface Column {
  /** em */
  width: number
  measure: Measure
}

export interface Lines {
  lines: string[]
  /** something was left out: the last line ends in … */
  clamped: boolean
}

/** Running text: lines as full as they can be, `most` at most. */
export function fillLines(text: string, column: Column, most: number): Lines {
  return filled(unbroken(oneLine(text), 'character'), column, most)
}

/** A headline: as few lines as hold it, evenly long, broken between phrases where that is no worse; null when `most` are too few. */
export function balancedLines(text: string, column: Column, most: number): string[] | null {
  const pieces = fitting(unbroken(oneLine(text), 'word'), column)
  const { lines, clamped } = filled(pieces, column, most)
  if (clamped) return null
  return balanced(pieces, column, lines.length) ?? lines
}

export interface HeadlineSize {
  /** px of an em */
  size: number
  /** lines of it there is room for */
  most: number
}

export interface SetHeadline extends Lines {
  size: number
}

/** A smaller size is worth it when every line ends with a phrase, and it is not much smaller. */
const WORTH_IT = 0.75

/**
 * A headline in the first of the sizes that holds it, or somewhat smaller where lines then end with phrases; cut short in the last
 * size when none holds it. `width` in px.
 */
export function setHeadline(text: string, sizes: readonly HeadlineSize[], width: number, measure: Measure): SetHeadline {
  const settings = sizes.flatMap(({ size, most }) => {
    const lines = balancedLines(text, { width: width / size, measure }, most)
    return lines ? [{ size, lines, clamped: false }] : []
  })
  const [largest] = settings
  if (largest) return settings.find(({ size, lines }) => size >= largest.size * WORTH_IT && endWithPhrases(lines)) ?? largest
  const { size, most } = sizes.at(-1) ?? { size: width, most: 1 }
  const column = { width: width / size, measure }
  return { size, ...filled(fitting(unbroken(oneLine(text), 'word'), column), column, most) }
}

const endWithPhrases = (lines: string[]) =>
  lines.every((line, index) => {
    const next = lines[index + 1]
    return next === undefined || PHRASE_END.test(line) || DASH.test(next)
  })

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** A piece wider than the line is cut between characters after all. */
function fitting(pieces: string[], { width, measure }: Column): string[] {
  return pieces.flatMap((piece) =>
    measure(piece.trimEnd()) <= width ? [piece] : [...characters.segment(piece)].map(({ segment }) => segment),
  )
}

function filled(pieces: string[], column: Column, most: number): Lines {
  const lines: string[] = []
  let line = ''
  for (const piece of fitting(pieces, column)) {
    if (line === '' || column.measure((line + piece).trimEnd()) <= column.width) {
      line += piece
      continue
    }
    if (lines.length === most - 1) return { lines: [...lines, shortened(line + piece, column)], clamped: true }
    lines.push(line.trimEnd())
    line = piece
  }
  return { lines: line.trim() === '' ? lines : [...lines, line.trimEnd()], clamped: false }
}

/** As much of a line as fits before an ellipsis; no mark stands before that. */
function shortened(line: string, { width, measure }: Column): string {
  const kept = [...characters.segment(line)].map(({ segment }) => segment)
  const text = () => `${kept.join('').replace(TRAILING, '')}…`
  while (kept.length > 0 && measure(text()) > width) kept.pop()
  return text()
}

/** What a break inside a phrase costs, in em² of raggedness. */
const INSIDE_PHRASE = 12

/** The breaks into `count` lines with the least raggedness; null when there are none. */
function balanced(pieces: string[], { width, measure }: Column, count: number): string[] | null {
  const mean = measure(pieces.join('')) / count
  const lineOf = (from: number, to: number) => pieces.slice(from, to).join('').trimEnd()
  const costOf = (from: number, to: number) => {
    const wide = measure(lineOf(from, to))
    if (wide > width) return Number.POSITIVE_INFINITY
    const ends = to === pieces.length || PHRASE_END.test(pieces[to - 1] ?? '') || DASH.test(pieces[to] ?? '')
    return (wide - mean) ** 2 + (ends ? 0 : INSIDE_PHRASE)
  }
  // best[to]: the cheapest way to set the pieces before `to` in the lines so far
  let best: ({ cost: number; lines: string[] } | undefined)[] = [{ cost: 0, lines: [] }]
  for (let line = 0; line < count; line++) {
    const next: typeof best = []
    for (let from = 0; from < pieces.length; from++) {
      const before = best[from]
      if (!before) continue
      for (let to = from + 1; to <= pieces.length; to++) {
        const cost = before.cost + costOf(from, to)
        if (cost === Number.POSITIVE_INFINITY) break
        if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY)) next[to] = { cost, lines: [...before.lines, lineOf(from, to)] }
      }
    }
    best = next
  }
  return best[pieces.length]?.lines ?? null
}
