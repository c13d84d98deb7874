import type { Element, ElementContent } from 'hast'
import { isElement, property, textOf } from '@/newsroom/html/html-tree'

export interface LineLink {
  text: string
  href: string
}

/** What may stand between the links of a line of links; `<>` is a share link whose address was empty. */
const BETWEEN = /^[\s｜|丨·<>]*$/
/** Links that show as they were typed, in plain HTML or with a space in the address: `[返回首页](//host/)`, `<http://…>`. */
const TYPED = /\[([^[\]\n]{0,60})\]\(((?:[^()\n]|\([^()\n]{0,100}\)){0,300})\)|<(https?:\/\/[^\s<>]{0,500})>/gi

/** The links of a paragraph that holds nothing else, or null. */
export function linksOfLine(paragraph: Element): LineLink[] | null {
  const links: LineLink[] = []
  return paragraph.tagName === 'p' && collect(paragraph.children, links) ? links : null
}

function collect(nodes: ElementContent[], links: LineLink[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return BETWEEN.test(withoutTyped(node.value, links))
    if (isElement(node, 'a')) return links.push({ text: textOf(node).trim(), href: property(node, 'href') }) > 0
    return isElement(node) && collect(node.children, links)
  })
}

function withoutTyped(text: string, links: LineLink[]): string {
  if (!text.includes('](') && !text.includes('<')) return text
  return text.replace(TYPED, (_, label: string | undefined, href: string | undefined, address: string | undefined) => {
    links.push({ text: label ?? address ?? '', href: href ?? address ?? '' })
    return ''
  })
}
