import type { ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { parseHtml } from './html-tree'

/** Other sizes are for the page they were reckoned for; classes and our own marks for its styles. */
const OF_THE_PAGE = ['srcSet', 'sizes', 'className', 'dataPicture', 'loading', 'decoding'] as const
const ADDRESSES = ['href', 'src', 'cite'] as const

/** A clean body fit to be read anywhere: every address absolute, one size of each picture. `base`: its article's address. */
export function absoluteTree(root: Root, base: string): Root {
  return { type: 'root', children: root.children.flatMap((child) => moved(child as ElementContent, base)) }
}

/** What there is to move stands in one of these; most wire copy has none, and is read no further. */
const MOVABLE = /\s(?:href|src|srcset|cite|class|data-picture|loading|decoding)=|<picture/

/** The same of a clean body as it is stored. */
export function withAbsoluteAddresses(bodyHtml: string, base: string): string {
  if (!MOVABLE.test(bodyHtml)) return bodyHtml
  return toHtml(absoluteTree(parseHtml(bodyHtml), base), { characterReferences: { useNamedReferences: true } })
}

function moved(node: ElementContent, base: string): ElementContent[] {
  if (node.type !== 'element') return [node]
  if (node.tagName === 'source') return []
  const children = node.children.flatMap((child) => moved(child, base))
  if (node.tagName === 'picture') return children
  const properties = { ...node.properties }
  for (const name of OF_THE_PAGE) delete properties[name]
  for (const name of ADDRESSES) {
    const value = properties[name]
    if (typeof value === 'string') properties[name] = URL.parse(value, base)?.href ?? value
  }
  return [{ ...node, properties, children }]
}
