import type { ElementContent } from 'hast'
import { element, parseHtml } from '@/newsroom/html/html-tree'
import { type DocumentMark, type DocumentNode, words } from './document-node'

/** The element of each mark, in the order in which they stand around the same words. */
const ELEMENTS: Record<string, string> = {
  link: 'a',
  bold: 'strong',
  italic: 'em',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
}
const ORDER = Object.keys(ELEMENTS)

interface Leaf {
  node: DocumentNode
  marks: DocumentMark[]
}

/** A line of the document → its elements; the mark that reaches furthest stands outside. */
export function writeInline(nodes: DocumentNode[] = []): ElementContent[] {
  return nest(nodes.map((node) => ({ node, marks: node.marks ?? [] })))
}

function nest(leaves: Leaf[]): ElementContent[] {
  const written: ElementContent[] = []
  for (let at = 0; at < leaves.length; ) {
    const { node, marks } = leaves[at] as Leaf
    let outer: DocumentMark | null = null
    let end = at + 1
    for (const mark of inOrder(marks)) {
      const reach = reachOf(mark, leaves, at)
      if (outer === null || reach > end) [outer, end] = [mark, reach]
    }
    if (outer === null) written.push(...leafOf(node))
    else written.push(elementOf(outer, nest(leaves.slice(at, end).map((leaf) => without(leaf, outer)))))
    at = end
  }
  return written
}

function reachOf(mark: DocumentMark, leaves: Leaf[], from: number): number {
  let end = from
  while (leaves[end]?.marks.some((other) => isSame(other, mark))) end++
  return end
}

const inOrder = (marks: DocumentMark[]) =>
  marks.length < 2 ? marks : [...marks].sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type))

const without = ({ node, marks }: Leaf, mark: DocumentMark): Leaf => ({
  node,
  marks: marks.filter((other) => !isSame(other, mark)),
})

const isSame = (one: DocumentMark, other: DocumentMark) =>
  one.type === other.type && ['href', 'title', 'rel'].every((name) => words(one, name) === words(other, name))

function elementOf(mark: DocumentMark, children: ElementContent[]): ElementContent {
  const tagName = ELEMENTS[mark.type]
  if (tagName === undefined) throw new Error(`no element for the mark ${mark.type}`)
  if (tagName !== 'a') return element(tagName, children)
  const [href, title, rel] = ['href', 'title', 'rel'].map((name) => words(mark, name))
  return element('a', children, { href, ...(title ? { title } : {}), ...(rel ? { rel: rel.split(' ') } : {}) })
}

function leafOf(node: DocumentNode): ElementContent[] {
  if (node.type === 'hardBreak') return [element('br')]
  if (node.type === 'keptInline') return parseHtml(words(node, 'html')).children as ElementContent[]
  return [{ type: 'text', value: node.text ?? '' }]
}
