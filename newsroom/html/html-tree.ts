import type { Element, ElementContent, Nodes, Parents, Properties, Root } from 'hast'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5'
import { DROPPED_ELEMENTS } from './html-allow-list'

type Parsed = DefaultTreeAdapterTypes.ChildNode

/** No text needs more levels; below them only words are kept, so that no hostile nesting can exhaust a stack. */
const DEEPEST = 100
/** A table needs four levels to its first cell: one that has no room for them is words, too. */
const LEVELS_OF_A_TABLE = 8

/** Attributes anyone here asks for, and their names in a hast tree; all others end at the door. */
const PROPERTIES = new Map([
  ...'align alt cite color dir height hidden href id lang loading decoding open reversed scope sizes src start style title width'
    .split(' ')
    .map((name): [string, string] => [name, name]),
  ['class', 'className'],
  ['colspan', 'colSpan'],
  ['data-original', 'dataOriginal'],
  ['data-picture', 'dataPicture'],
  ['data-src', 'dataSrc'],
  ['datetime', 'dateTime'],
  ['rel', 'rel'],
  ['rowspan', 'rowSpan'],
  ['srcset', 'srcSet'],
])
const LISTS = new Set(['className', 'rel'])
const FLAGS = new Set(['open', 'reversed'])
const ADDRESSES = new Set(['href', 'src', 'cite', 'dataSrc', 'dataOriginal'])
const DROPPED = new Set(DROPPED_ELEMENTS)

/** Reads HTML as a browser would (parse5) into a hast tree without comments, of bounded depth and size. Never throws. */
export function parseHtml(html: string): Root {
  const text = legible(html)
  return { type: 'root', children: childrenOf((parseBounded(text) ?? parseFragment(withoutFormatting(text))).childNodes, 0) }
}

class TooMany extends Error {}

/**
 * HTML's rules open every formatting element that was left open again in each paragraph that follows: 60 kB can ask for a thousand
 * million elements. `null`: so many more than there are tags that nobody wrote it.
 */
function parseBounded(text: string): { childNodes: Parsed[] } | null {
  const tags = text.split('<').length
  let left = Math.min(tags * 32, tags * 2 + 100_000) + 1_000
  const createElement: typeof defaultTreeAdapter.createElement = (...made) => {
    if (left-- === 0) throw new TooMany()
    return defaultTreeAdapter.createElement(...made)
  }
  try {
    return parseFragment(text, { treeAdapter: { ...defaultTreeAdapter, createElement } })
  } catch (error) {
    if (error instanceof TooMany) return null
    throw error
  }
}

/** The elements that are opened again become ones that are not; all else stays. */
const withoutFormatting = (text: string) =>
  text.replace(/(<\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi, '$1span')

/** All text below a node, as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  let text = ''
  for (const child of node.children) text += textOf(child)
  return text
}

export function element(tagName: string, children: ElementContent[] = [], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children }
}

export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...tagNames: Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName as Name))
}

/** Every element below a node, in document order. */
export function* elementsOf(node: Parents): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    yield child
    yield* elementsOf(child)
  }
}

/** A property that holds one string, else the empty string. */
export function property(node: Element, name: string): string {
  const value = node.properties[name]
  return typeof value === 'string' ? value : ''
}

function childrenOf(nodes: Parsed[], depth: number): ElementContent[] {
  const children: ElementContent[] = []
  for (const node of nodes) {
    if ('value' in node) children.push({ type: 'text', value: legible(node.value) })
    else if ('tagName' in node) {
      if (depth + (node.tagName === 'table' ? LEVELS_OF_A_TABLE : 0) >= DEEPEST)
        children.push({ type: 'text', value: words(node) })
      else children.push(element(node.tagName, childrenOf(node.childNodes, depth + 1), propertiesOf(node)))
    }
  }
  return children
}

function propertiesOf(node: DefaultTreeAdapterTypes.Element): Properties {
  const properties: Properties = {}
  for (const { name, value } of node.attrs) {
    const property = PROPERTIES.get(name)
    if (property === undefined) continue
    if (LISTS.has(property)) properties[property] = value.split(/\s+/).filter(Boolean)
    else if (FLAGS.has(property)) properties[property] = true
    else if (ADDRESSES.has(property)) properties[property] = address(value)
    else properties[property] = legible(value)
  }
  return properties
}

/** An address as browsers take it: no control characters or line ends in it, no space around it, its scheme in lower case. */
function address(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
  const text = value.replace(/[\0-\x1f\x7f]+/g, '').trim()
  return text.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase())
}

/** Without a stack of calls: what is too deep for a tree can be very deep. */
function words(node: DefaultTreeAdapterTypes.Element): string {
  let text = ''
  const waiting: Parsed[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) text += next.value
    else if ('tagName' in next && !DROPPED.has(next.tagName)) {
      for (let index = next.childNodes.length - 1; index >= 0; index--) waiting.push(next.childNodes[index] as Parsed)
    }
  }
  return legible(text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const ILLEGIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]+/g

/** Line ends as \n; no control characters and lone surrogates (PostgreSQL refuses some, readers see none). */
export function legible(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.toWellFormed().replace(ILLEGIBLE, '')
}
