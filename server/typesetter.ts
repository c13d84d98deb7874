import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import opentype, { type Font, type PathStep } from 'opentype.js'
import { type Advance, placeGlyphs } from '@/newsroom/place-glyphs'
import type { Measure } from '@/newsroom/typeset'

export type Weight = 400 | 700

/** What printers set where a character has no type. */
const MISSING = '〓'
/** Pictures and what joins them are no type. */
const NO_TYPE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{1f1e6}-\u{1f1ff}\ufe00-\ufe0f\u20e3]/gu
const SIGNS = /[\t\n\r©®™ℹ↔▪▫▶◀☎✔✖]/u

const packageFile = (name: string) => join(process.cwd(), 'node_modules', '@fontsource', 'noto-serif-sc', name)
const partFile = (part: string, weight: Weight) => packageFile(`files/noto-serif-sc-${part}-${weight}-normal.woff`)
/** Names of people that the package has no type for: server/fonts/LICENSE. */
const rareFile = (weight: Weight) => join(process.cwd(), 'server', 'fonts', `rare-${weight}.woff`)

interface Home {
  fonts: Map<string, Font>
  parts: [part: string, ranges: [first: number, last: number][]][] | null
}
const HOME = Symbol.for('broadsheet.typesetter')
const home = globalThis as { [HOME]?: Home }

/** Parsed once in a process, when the first card is drawn: a weight takes 0.2 s and some 50 MB. */
function fontOf(file: string): Font {
  home[HOME] ??= { fonts: new Map(), parts: null }
  const { fonts } = home[HOME]
  let font = fonts.get(file)
  if (!font) {
    const { buffer, byteOffset, byteLength } = readFileSync(file)
    font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
    fonts.set(file, font)
  }
  return font
}

/** The part of the package that has a character beside the common ones; null: none has. */
function partOf(character: string): string | null {
  home[HOME] ??= { fonts: new Map(), parts: null }
  home[HOME].parts ??= readParts()
  const code = character.codePointAt(0) ?? 0
  return home[HOME].parts.find(([, ranges]) => ranges.some(([first, last]) => code >= first && code <= last))?.[0] ?? null
}

function readParts(): Home['parts'] & object {
  const listed = JSON.parse(readFileSync(packageFile('unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(listed).map(([part, ranges]) => [
    part.replace(/^\[|\]$/g, ''),
    ranges.split(',').map((range) => {
      const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    }),
  ])
}

function glyphOf(character: string, weight: Weight): { font: Font; glyph: ReturnType<Font['charToGlyph']> } {
  const files = [partFile('chinese-simplified', weight), rareFile(weight)]
  for (const file of files) {
    const font = fontOf(file)
    const glyph = font.charToGlyph(character)
    if (glyph.index > 0) return { font, glyph }
  }
  const part = partOf(character)
  if (part !== null) {
    const font = fontOf(partFile(part, weight))
    const glyph = font.charToGlyph(character)
    if (glyph.index > 0) return { font, glyph }
  }
  return character === MISSING ? notDefined(weight) : glyphOf(MISSING, weight)
}

function notDefined(weight: Weight) {
  const font = fontOf(partFile('chinese-simplified', weight))
  return { font, glyph: font.charToGlyph('\u{10ffff}') }
}

/** A text as it can be set: without pictures, controls and half characters. */
export const typeOf = (text: string): string =>
  text.toWellFormed().replace(NO_TYPE, (character) => (SIGNS.test(character) ? character : ''))

const advanceIn =
  (weight: Weight): Advance =>
  (character) => {
    const { font, glyph } = glyphOf(character, weight)
    return (glyph.advanceWidth ?? font.unitsPerEm) / font.unitsPerEm
  }

export const measureIn =
  (weight: Weight): Measure =>
  (text) =>
    placeGlyphs(text, advanceIn(weight)).width

export interface Setting {
  x: number
  /** of the baseline */
  y: number
  size: number
  weight: Weight
  fill: string
  /** `x` is where the line ends, or its middle */
  anchor?: 'start' | 'middle' | 'end'
  /** px the line is spread to, when it is to end flush */
  spread?: number
}

/** One line as the outlines of its glyphs, in SVG: looks the same on every machine, whatever fonts it has. */
export function setLine(text: string, { x, y, size, weight, fill, anchor = 'start', spread }: Setting): string {
  const { glyphs, width } = placeGlyphs(text, advanceIn(weight))
  const gap = spread && glyphs.length > 1 ? Math.max(0, (spread - width * size) / (glyphs.length - 1)) : 0
  const start = anchor === 'start' ? x : x - (anchor === 'middle' ? (width * size) / 2 : width * size)
  const path = glyphs
    .flatMap(({ character, at }, index) =>
      glyphOf(character, weight)
        .glyph.getPath(start + at * size + gap * index, y, size)
        .commands.map(pathStep),
    )
    .join('')
  return path && `<path fill="${fill}" d="${path}"/>`
}

/** The package writes such steps too, but 2.0.0 leaves out separators that librsvg needs. */
function pathStep(step: PathStep): string {
  const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
  if (step.type === 'Z') return 'Z'
  const controls =
    step.type === 'C' ? `${at(step.x1, step.y1)} ${at(step.x2, step.y2)} ` : step.type === 'Q' ? `${at(step.x1, step.y1)} ` : ''
  return `${step.type}${controls}${at(step.x, step.y)}`
}
