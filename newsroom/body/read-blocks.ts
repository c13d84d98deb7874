import type { Element, ElementContent, Properties } from 'hast'
import { isElement, property } from '@/newsroom/html/html-tree'
import type { DocumentNode } from './document-node'
import { readFigure } from './read-figure'
import { isInline, readInline } from './read-inline'
import { readTable } from './read-table'

/** A block as a node of the editor's schema, or null where that has none like it. What an attribute means is compared later. */
export function readBlock(block: Element): DocumentNode | null {
  const { tagName, properties, children } = block
  switch (tagName) {
    case 'p':
      return { type: 'paragraph', attrs: languageOf(properties), content: readInline(children) }
    case 'h2':
    case 'h3':
    case 'h4':
      return { type: 'heading', attrs: { level: Number(tagName[1]), ...languageOf(properties) }, content: readInline(children) }
    case 'blockquote':
      return quotation(block)
    case 'ul':
      return list({ type: 'bulletList' }, children)
    case 'ol': {
      const start = property(block, 'start')
      return list(
        { type: 'orderedList', attrs: { start: start === '' ? 1 : Number(start), reversed: properties.reversed === true } },
        children,
      )
    }
    case 'figure':
      return readFigure(block)
    case 'table':
      return readTable(block, readItem)
    case 'hr':
      return { type: 'horizontalRule' }
    default:
      return null
  }
}

/** Content of a list item or cell: words that stand without tags are its first paragraph, then lists alone may follow. */
function readItem(nodes: ElementContent[]): DocumentNode[] | null {
  const firstBlock = nodes.findIndex((node) => !isInline([node]))
  const line = firstBlock === -1 ? nodes : nodes.slice(0, firstBlock)
  const blocks = readAll(firstBlock === -1 ? [] : nodes.slice(firstBlock))
  if (blocks === null) return null
  if (line.length === 0 && blocks[0]?.type === 'paragraph') return blocks
  return [{ type: 'paragraph', content: readInline(line) }, ...blocks]
}

function quotation({ properties, children }: Element): DocumentNode | null {
  const content = readAll(children)
  const pull = Array.isArray(properties.className) && properties.className.includes('pull-quote')
  const cite = typeof properties.cite === 'string' ? properties.cite : null
  return content?.length ? { type: pull ? 'pullQuote' : 'blockquote', attrs: { cite }, content } : null
}

function list(node: DocumentNode, items: ElementContent[]): DocumentNode | null {
  const content: DocumentNode[] = []
  for (const item of items) {
    const inner = isElement(item, 'li') && Object.keys(item.properties).length === 0 ? readItem(item.children) : null
    if (inner === null) return null
    content.push({ type: 'listItem', content: inner })
  }
  return content.length === 0 ? null : { ...node, content }
}

function readAll(nodes: ElementContent[]): DocumentNode[] | null {
  const blocks: DocumentNode[] = []
  for (const node of nodes) {
    const block = isElement(node) ? readBlock(node) : null
    if (block === null) return null
    blocks.push(block)
  }
  return blocks
}

function languageOf({ lang, dir }: Properties): Record<string, unknown> {
  return { lang: typeof lang === 'string' ? lang : null, dir: typeof dir === 'string' ? dir : null }
}
