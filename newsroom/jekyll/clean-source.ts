import type { ImportNote } from './import-note'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
// Bytes that are no UTF-8 arrive as U+FFFD. A text that was UTF-8 has one here and there; GBK read as UTF-8 has little else.
const LOST = /\ufffd/g
const FOREIGN = /[^\0-\x7f\ufffd]/g
const MOST_LOST = 0.05

/** A file's text fit for storing: one line end, no control characters, whole code points. Or the reason why it is no text. */
export function cleanSource(text: string): { text: string; notes: ImportNote[] } | { reason: string } {
  const lost = count(text, LOST)
  if (lost > 0 && lost >= count(text, FOREIGN) * MOST_LOST) {
    return { reason: `not UTF-8: ${lost} characters cannot be read (GBK or UTF-16? convert the file first)` }
  }
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text
  const lines = whole.replaceAll('\r\n', '\n')
  const found = {
    'byte order mark': whole.length < text.length ? 1 : 0,
    'CRLF line end': whole.length - lines.length,
    'lone carriage return': count(lines, /\r/g),
    'control character': count(lines, CONTROLS),
    'half of a character': count(lines, LONE_SURROGATE),
  }
  const cleaned = lines
    .replace(/[\r\x85]/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed()
  const what = Object.entries(found).filter(([, times]) => times > 0)
  const notes: ImportNote[] = []
  if (what.length > 0) {
    const reason = `cleaned: ${what.map(([name, times]) => (times > 1 ? `${times} × ${name}` : name)).join(', ')}`
    const rescue = what.some(([name]) => !name.startsWith('byte') && !name.startsWith('CRLF'))
    notes.push({ field: 'text', guess: '', reason, line: null, rescue })
  }
  if (lost > 0) {
    const reason = `${lost} × U+FFFD: characters that were lost before this import`
    notes.push({ field: 'text', guess: '', reason, line: lineOf(cleaned, cleaned.indexOf('\ufffd')), rescue: false })
  }
  return { text: cleaned, notes }
}

function count(text: string, what: RegExp): number {
  let times = 0
  for (const _ of text.matchAll(what)) times++
  return times
}

/** The line, from 1, that a position of a text lies in. */
export function lineOf(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}
