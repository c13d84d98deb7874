import type { Element, ElementContent } from 'hast'
import { printHtml } from '@/newsroom/html/clean-html'
import { BLOCK_ELEMENTS } from '@/newsroom/html/html-allow-list'
import { property } from '@/newsroom/html/html-tree'
import type { DocumentMark, DocumentNode } from './document-node'

const BLOCKS = new Set(BLOCK_ELEMENTS)
const MARKS: Record<string, string> = {
  strong: 'bold',
  em: 'italic',
  s: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
}
const LINK_PROPERTIES = new Set(['href', 'title', 'rel'])

/** The text of a line with its marks; what the editor has no mark for (ruby, footnote marks) is a `keptInline`. */
export function readInline(nodes: ElementContent[], marks: DocumentMark[] = []): DocumentNode[] {
  return nodes.flatMap((node): DocumentNode[] => {
    if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', text: node.value, ...marked(marks) }]
    if (node.type !== 'element') return []
    if (node.tagName === 'br') return [{ type: 'hardBreak', ...marked(marks) }]
    const mark = markOf(node)
    if (mark === null)
      return [{ type: 'keptInline', attrs: { html: printHtml({ type: 'root', children: [node] }) }, ...marked(marks) }]
    return readInline(node.children, [...marks, mark])
  })
}

/** No block stands among these nodes. */
export const isInline = (nodes: ElementContent[]) => nodes.every((node) => node.type !== 'element' || !BLOCKS.has(node.tagName))

const marked = (marks: DocumentMark[]) => (marks.length > 0 ? { marks } : {})

function markOf({ tagName, properties, children }: Element): DocumentMark | null {
  if (children.length === 0) return null
  const names = Object.keys(properties)
  if (tagName === 'a') {
    if (!names.includes('href') || !names.every((name) => LINK_PROPERTIES.has(name))) return null
    return {
      type: 'link',
      attrs: {
        href: property({ properties } as Element, 'href'),
        title: stringOf(properties.title),
        rel: listOf(properties.rel),
      },
    }
  }
  const type = MARKS[tagName]
  return type === undefined || names.length > 0 ? null : { type }
}

const stringOf = (value: unknown) => (typeof value === 'string' ? value : null)
const listOf = (value: unknown) => (Array.isArray(value) ? value.join(' ') : null)
