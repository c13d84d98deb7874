import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml'

/** YAML as its author typed it: `1e3`, `yes` and `2022-02-08` are words. null is an empty value, `~` or `null`. */
export type Words = string | null | Words[] | Map<string, Words>

export interface YamlWords {
  data: Map<string, Words>
  /** keys of the top level whose value stood in quotes */
  quoted: Set<string>
}

export interface YamlError {
  reason: string
  /** position in the text */
  position: number
}

const NULL = /^(?:~|null|Null|NULL|)$/
const BINARY = /^(?:!|tag:yaml\.org,2002:)binary$/
const MOST_CHARACTERS = 65_536
const MOST_NODES = 10_000
const DEEPEST = 20

/** Reads a mapping. Types are nobody's guess (failsafe schema), tags make nothing, an alias repeats its words. */
export function readYaml(text: string): YamlWords | YamlError {
  if (text.length > MOST_CHARACTERS) return { reason: `longer than ${MOST_CHARACTERS} characters`, position: 0 }
  try {
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
    const error = document.errors[0]
    if (error) return { reason: error.message, position: error.pos[0] }
    const data = document.contents ? new WordReader(document).read(document.contents, 0) : new Map<string, Words>()
    if (data === null) return { data: new Map(), quoted: new Set() }
    if (!(data instanceof Map)) return { reason: 'no "name: value" lines', position: 0 }
    return { data, quoted: quotedKeys(document.contents) }
  } catch (error) {
    // nested or repeated beyond measure
    return { reason: error instanceof Error ? error.message : String(error), position: 0 }
  }
}

class WordReader {
  #left = MOST_NODES

  constructor(private readonly document: Document) {}

  read(node: Node | null, depth: number): Words {
    if (--this.#left < 0 || depth > DEEPEST) throw new Error('nested or repeated beyond measure')
    if (isAlias(node)) {
      const target = node.resolve(this.document)
      if (!target) throw new Error(`*${node.source} repeats nothing`)
      return this.read(target, depth + 1)
    }
    if (isSeq<Node>(node)) return node.items.map((item) => this.read(item, depth + 1))
    if (isMap<Node, Node>(node)) {
      const map = new Map<string, Words>()
      for (const { key, value } of node.items) {
        if (isScalar(key)) map.set(cleanWords(String(key.value)), this.read(value, depth + 1))
      }
      return map
    }
    if (!isScalar(node) || node.value === null || node.value === undefined) return null
    const words = String(node.value)
    if (node.tag && BINARY.test(node.tag)) return cleanWords(decodeBase64(words))
    return node.type === 'PLAIN' && NULL.test(words) ? null : cleanWords(words)
  }
}

function quotedKeys(contents: ParsedNode | null): Set<string> {
  const quoted = new Set<string>()
  if (!isMap<Node, Node>(contents)) return quoted
  for (const { key, value } of contents.items) {
    if (isScalar(key) && isScalar(value) && value.type !== 'PLAIN') quoted.add(String(key.value))
  }
  return quoted
}

/** Escapes can write what the file itself was cleaned of: `"\0"`, `"\ud83d"`. */
function cleanWords(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return words.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '').toWellFormed()
}

/** Old Ruby wrote Chinese titles this way. */
function decodeBase64(words: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(words.replace(/[^A-Za-z0-9+/]/g, '')), (byte) => byte.charCodeAt(0)))
}
