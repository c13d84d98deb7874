import type { Element, ElementContent } from 'hast'
import { element, isElement, property } from './html-tree'

/** What a word processor writes for the reader of old programs: the number or bullet of a list item. */
const LIST_MARKER = /mso-list\s*:\s*ignore/i
const OUTLINE = /mso-outline-level\s*:\s*([1-6])/i
const WEIGHT = /font-weight\s*:\s*(bold|bolder|normal|lighter|\d00)/i
/** Styles that mean something, and the elements that say it. */
const MEANINGS: [RegExp, string][] = [
  [/font-style\s*:\s*(?:italic|oblique)/i, 'em'],
  [/text-decoration[\w-]*\s*:[^;]*line-through/i, 's'],
  [/vertical-align\s*:\s*super/i, 'sup'],
  [/vertical-align\s*:\s*sub/i, 'sub'],
]
const HEADING_CLASS = /^(?:MsoTitle|MsoHeading([1-6])|Heading([1-6]))$/i
const INLINE = new Set(['span', 'font', 'b', 'i', 'strong', 'em', 'a', 'u'])

/** Styles and classes that mean something → elements. A style of a shell means nothing: it is the page's, not the text's. */
export function pastedStyles(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    const children = pastedStyles(node.children)
    const style = property(node, 'style')
    if (INLINE.has(node.tagName)) return inline(node, children, style)
    if (node.tagName !== 'p') return [{ ...node, children }]
    const level = headingLevel(node, style)
    if (level !== null) return [element(`h${level}`, children)]
    return [{ ...node, children: isBold(style) ? [element('strong', children)] : children }]
  })
}

/** The marker of a list item stays until lists are made of it, as `<span style="mso-list:ignore">`. */
function inline(node: Element, children: ElementContent[], style: string): ElementContent[] {
  if (LIST_MARKER.test(style)) return [element('span', children, { style: 'mso-list:ignore' })]
  let content = children
  for (const [pattern, tagName] of MEANINGS) if (pattern.test(style)) content = [element(tagName, content)]
  if (isBold(style) && node.tagName !== 'b' && node.tagName !== 'strong') content = [element('strong', content)]
  const isPlain = (node.tagName === 'b' || node.tagName === 'strong') && isNormal(style)
  if (isPlain || node.tagName === 'span' || node.tagName === 'font' || node.tagName === 'u') return hidden(style) ? [] : content
  return [element(node.tagName, content, node.properties.href === undefined ? {} : { href: node.properties.href })]
}

const isBold = (style: string) => /bold|[6-9]00/i.test(WEIGHT.exec(style)?.[1] ?? '')
const isNormal = (style: string) => /normal|lighter|[1-5]00/i.test(WEIGHT.exec(style)?.[1] ?? '')
const hidden = (style: string) => /(?:display|mso-hide)\s*:\s*(?:none|all)|visibility\s*:\s*hidden/i.test(style)

function headingLevel(node: Element, style: string): number | null {
  const outline = OUTLINE.exec(style)?.[1]
  if (outline !== undefined) return Number(outline)
  for (const name of Array.isArray(node.properties.className) ? node.properties.className : []) {
    const match = HEADING_CLASS.exec(String(name))
    if (match) return Number(match[1] ?? match[2] ?? 1)
  }
  return null
}
