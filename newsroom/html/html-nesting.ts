import type { Element, ElementContent, Root } from 'hast'
import { BLOCK_ELEMENTS } from './html-allow-list'
import { element } from './html-tree'

const BLOCKS = new Set(BLOCK_ELEMENTS)
/** Elements whose text a block ends, whatever stands between. */
const PHRASING_ONLY = new Set(['p', 'h2', 'h3', 'h4', 'pre', 'summary'])
/** Elements that mean something only as a child of these. */
const PARENTS: Record<string, string[]> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  figcaption: ['figure'],
  summary: ['details'],
  rt: ['ruby'],
  rp: ['ruby'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['thead', 'tbody', 'tfoot'],
  th: ['tr'],
  td: ['tr'],
}
/** Elements that hold these children and no text: the parser would move anything else out of the table. */
const TABLE_PARTS: Record<string, string[]> = {
  table: ['caption', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['th', 'td'],
}

interface Around {
  parent: string
  inPhrasing: boolean
  inLink: boolean
}

/**
 * Makes a tree nest as HTML's parser nests (html.spec.whatwg.org §13.2.6), so that its text, read again, is the same tree:
 * removing an element can leave a paragraph in a paragraph or a link in a link, which a browser would take apart in its own way.
 * Whatever stands where it cannot stand loses its tags, never its words.
 */
export function settleNesting(root: Root): Root {
  return { type: 'root', children: settle(root.children as ElementContent[], { parent: '', inPhrasing: false, inLink: false }) }
}

function settle(nodes: ElementContent[], around: Around): ElementContent[] {
  const settled: ElementContent[] = []
  for (const node of nodes) {
    if (node.type === 'text') settled.push(node)
    else if (node.type === 'element') {
      if (canStand(node.tagName, around)) settled.push(settledElement(node, around))
      else for (const child of settle(node.children, around)) settled.push(child)
    }
  }
  const parts = TABLE_PARTS[around.parent]
  return parts === undefined ? settled : settled.filter((node) => node.type === 'element' && parts.includes(node.tagName))
}

function canStand(tagName: string, around: Around): boolean {
  if (around.inPhrasing && BLOCKS.has(tagName)) return false
  if (around.inLink && tagName === 'a') return false
  return PARENTS[tagName]?.includes(around.parent) ?? true
}

function settledElement(node: Element, around: Around): Element {
  const { tagName, properties } = node
  const children = settle(node.children, {
    parent: tagName,
    inPhrasing: around.inPhrasing || PHRASING_ONLY.has(tagName),
    inLink: around.inLink || tagName === 'a',
  })
  if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className
  if (Array.isArray(properties.rel) && properties.rel.length === 0) delete properties.rel
  return element(tagName, tagName === 'pre' ? withoutFirstLineEnd(children) : children, properties)
}

/** The parser drops a line end right after `<pre>`; a second one would go next time. */
function withoutFirstLineEnd(children: ElementContent[]): ElementContent[] {
  const [first, ...rest] = children
  if (first?.type !== 'text') return children
  const value = first.value.replace(/^\n+/, '')
  return value === '' ? withoutFirstLineEnd(rest) : [{ type: 'text', value }, ...rest]
}
