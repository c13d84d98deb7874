import type { ImportNote } from './import-note'
import { readYaml, type Words, type YamlWords } from './yaml-words'

/** `name: value` of front matter with the lines that go with it, read without YAML. */
export interface Entry {
  name: string
  /** in the block, from 0 */
  line: number
  /** what stands after the colon, then the lines that follow */
  lines: string[]
}

// Names whose colon an author may have typed full-width or without the space.
const KNOWN =
  /^(title|date|categories|category|tags|tag|layout|permalink|slug|published|author|redirect_from|lang|source)[ \t]*[:：](.*)$/
const NAMED = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t](.*))?$/
// No author writes more; a hostile file may.
const MOST_CHARACTERS = 65_536
const MOST_ENTRIES = 200
const LISTS = new Set(['categories', 'category', 'tags', 'tag', 'redirect_from', 'authors'])

/** Cuts front matter at every line that begins with a name. What stands before the first one belongs to nothing. */
export function entriesOf(block: string): Entry[] {
  const entries: Entry[] = []
  for (const [line, text] of block.slice(0, MOST_CHARACTERS).split('\n').entries()) {
    const found = NAMED.exec(text) ?? KNOWN.exec(text)
    if (!found) entries.at(-1)?.lines.push(text)
    else if (entries.push({ name: found[1] ?? '', line, lines: [found[2] ?? ''] }) === MOST_ENTRIES) break
  }
  return entries
}

/** Reads each entry by itself: as YAML where that works, else as the words that stand there, with a note of every guess. */
export function rescueEntries(block: string, firstLine: number): YamlWords & { notes: ImportNote[] } {
  const data = new Map<string, Words>()
  const quoted = new Set<string>()
  const notes: ImportNote[] = []
  for (const entry of entriesOf(block)) {
    const yaml = readYaml(`${entry.name}: ${entry.lines.join('\n')}`)
    if (!('reason' in yaml)) {
      data.set(entry.name, yaml.data.get(entry.name) ?? null)
      if (yaml.quoted.has(entry.name)) quoted.add(entry.name)
      continue
    }
    const value = LISTS.has(entry.name) ? (listIn(entry) ?? wordsIn(entry)) : wordsIn(entry)
    data.set(entry.name, value)
    const guess = Array.isArray(value) ? value.join(', ') : value
    notes.push({ field: entry.name, guess, reason: `not YAML: ${yaml.reason}`, line: firstLine + entry.line, rescue: true })
  }
  return { data, quoted, notes }
}

/** The words of an entry as typed, out of the quotes around all of them; lines joined as the script wants it. */
export function wordsIn(entry: Entry): string {
  let words = ''
  for (const line of entry.lines) {
    const text = line.trim()
    if (text === '') continue
    const gap =
      words === '' || (/\p{sc=Han}$|[，。；：！？、“”]$/u.test(words) && /^[\p{sc=Han}，。；：！？、“”]/u.test(text)) ? '' : ' '
    words += gap + text
  }
  return unquoted(words)
}

function unquoted(words: string): string {
  const quote = words[0]
  if (words.length < 2 || (quote !== '"' && quote !== "'") || !words.endsWith(quote)) return words
  const inside = words.slice(1, -1)
  return quote === '"' ? inside.replaceAll('\\"', '"') : inside.replaceAll("''", "'")
}

/** `[a, b]` and `- a` lines; null when the entry is no list. */
function listIn({ lines: [first = '', ...rest] }: Entry): string[] | null {
  const flow = first.trim()
  const items = flow.startsWith('[')
    ? flow.slice(1, flow.endsWith(']') ? -1 : undefined).split(',')
    : rest.filter((line) => /^\s*-\s/.test(line)).map((line) => line.replace(/^\s*-\s+/, ''))
  const words = items.map((item) => unquoted(item.trim())).filter(Boolean)
  return words.length > 0 ? words : null
}
