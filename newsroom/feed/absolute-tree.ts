import type { ElementContent, Root } from 'hast'

/** Other sizes are for the page they were reckoned for; classes and our own marks for its styles. */
const OF_THE_PAGE = ['srcSet', 'sizes', 'className', 'dataPicture', 'loading', 'decoding'] as const
const ADDRESSES = ['href', 'src', 'cite'] as const

/** A clean body fit to be read anywhere: every address absolute, one size of each picture. */
export function absoluteTree(root: Root, base: string): Root {
  return { type: 'root', children: root.children.flatMap((child) => moved(child as ElementContent, base)) }
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
