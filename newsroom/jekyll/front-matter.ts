import { lineOf } from './clean-source'
import { type Entry, entriesOf, rescueEntries, wordsIn } from './front-matter-rescue'
import type { ImportNote } from './import-note'
import { readYaml, type Words, type YamlWords } from './yaml-words'

export interface FrontMatter extends YamlWords {
  /** lines of the top-level names, in the file, from 1 */
  lines: Map<string, number>
  /** Jekyll could not read it: the old site showed the body without title and category */
  broken: boolean
  body: string
  /** the body's first line in the file, from 1 */
  bodyLine: number
  notes: ImportNote[]
}

const OPENING = /^---[ \t]*\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$\n?/m
const SCRIPT = /^---[ \t]*[A-Za-z]+[ \t]*\n/

/** Splits a cleaned file into front matter and body and reads the first; what YAML refuses is rescued line by line. */
export function readFrontMatter(text: string): FrontMatter {
  const none = { data: new Map(), quoted: new Set<string>(), lines: new Map(), broken: false, body: text, bodyLine: 1, notes: [] }
  if (SCRIPT.test(text)) {
    return { ...none, notes: [warning('front matter in another language than YAML is never run; it stays in the text')] }
  }
  const blank = /^\s*?\n(?=---[ \t]*\n)/.exec(text)?.[0].length ?? 0
  const opening = OPENING.exec(text.slice(blank, blank + 1000))
  if (!opening) return none
  const start = blank + opening[0].length
  const closing = CLOSING.exec(text.slice(start))
  const unclosed = closing ? 0 : unclosedLength(text.slice(start))
  if (!closing && unclosed === 0) return none
  const block = closing ? text.slice(start, start + closing.index) : text.slice(start, start + unclosed)
  const bodyStart = closing ? start + closing.index + closing[0].length : start + unclosed
  const read = readBlock(block, lineOf(text, start))
  if (blank > 0) read.notes.push(guess('front matter does not begin on the first line'))
  if (!closing) read.notes.push(guess('front matter is not closed; taken to end before the first line that is none'))
  return {
    ...read,
    broken: read.broken || blank > 0 || !closing,
    body: text.slice(bodyStart),
    bodyLine: lineOf(text, bodyStart),
  }
}

const warning = (reason: string): ImportNote => ({ field: 'front matter', guess: '', reason, line: 1, rescue: false })
const guess = (reason: string): ImportNote => ({ ...warning(reason), rescue: true })

/** How far lines of front matter reach when no `---` ends them. */
function unclosedLength(text: string): number {
  let length = 0
  for (const line of text.slice(0, 20_000).split('\n')) {
    if (!/^(?:[A-Za-z_][\w-]*[ \t]*:|[ \t]+\S|-[ \t])/.test(line)) break
    length += line.length + 1
  }
  return Math.min(length, text.length)
}

function readBlock(block: string, firstLine: number): Omit<FrontMatter, 'body' | 'bodyLine'> {
  const yaml = readYaml(block)
  const broken = 'reason' in yaml && block.trim() !== ''
  const { data, quoted, notes } = 'reason' in yaml ? rescueEntries(block, firstLine) : { ...yaml, notes: [] }
  const entries = entriesOf(block)
  const lines = new Map(entries.map((entry) => [entry.name, firstLine + entry.line]))
  if (broken && notes.length === 0) {
    const reason = `not YAML: ${yaml.reason}; each line was read by itself`
    notes.push({ field: 'front matter', guess: '', reason, line: firstLine + lineOf(block, yaml.position) - 1, rescue: true })
  }
  const title = entries.findLast((entry) => entry.name === 'title')
  const typed = title && typedTitle(title, data.get('title') ?? null, quoted.has('title'))
  if (title && typed) {
    data.set('title', typed.words)
    notes.push({ field: 'title', guess: typed.words, reason: typed.reason, line: firstLine + title.line, rescue: true })
  }
  return { data, quoted, lines, broken, notes }
}

/** A title is words. Where YAML saw something else in them (a list, a comment, an anchor), the words as typed. */
function typedTitle(entry: Entry, value: Words, quoted: boolean): { words: string; reason: string } | null {
  const words = wordsIn(entry)
  if (quoted || words === '') return null
  if (value instanceof Map || Array.isArray(value)) return { words, reason: 'YAML reads this title as a list' }
  // `# x` is how people write comments, `#x` how they write a title
  if (/(?:^|\s)#[^\s#]/.test(words) && value !== words)
    return { words, reason: 'YAML takes the rest of this title for a comment' }
  if (/^[&!](?![!'"\s]|binary\b|str\b)/.test(words))
    return { words, reason: 'YAML takes the beginning of this title for a label' }
  return null
}
