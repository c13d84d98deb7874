import type { Element, ElementContent } from 'hast'
import { isElement, property, textOf } from '@/newsroom/html/html-tree'
import type { DocumentNode } from './document-node'
import { readInline } from './read-inline'

/** What a picture's element says of it, in the order in which it is written; `srcSet` is `srcset` in HTML. */
export const PICTURE_PROPERTIES = ['src', 'srcSet', 'sizes', 'width', 'height', 'alt', 'title', 'loading', 'decoding'] as const

/** A line that can only be a credit, also where it stands alone. */
const CREDIT = /^[（(【]?(?:图片来源|图源|配图|供图|摄影|摄|来源|图\s*[：:／/]|Photo(?:graph)?(?:\s+by|:))/i

/** `<figure><img><figcaption>caption<br>credit</figcaption></figure>`, or null: any other figure. */
export function readFigure({ children }: Element): DocumentNode | null {
  const [image, captionElement, ...more] = children
  if (!isElement(image, 'img') || property(image, 'src') === '' || more.length > 0) return null
  if (captionElement !== undefined && !isElement(captionElement, 'figcaption')) return null
  const attrs = Object.fromEntries(PICTURE_PROPERTIES.map((name) => [name, stringOf(image.properties[name])]))
  const { caption, credit } = captionParts(captionElement?.children ?? [])
  return {
    type: 'figure',
    attrs,
    content: [
      { type: 'figureCaption', content: readInline(caption) },
      { type: 'figureCredit', content: readInline(credit) },
    ],
  }
}

/** The last of several lines is the credit, as the importer sets them; a line alone only if it says so. */
function captionParts(nodes: ElementContent[]): { caption: ElementContent[]; credit: ElementContent[] } {
  const lastBreak = nodes.findLastIndex((node) => isElement(node, 'br'))
  if (lastBreak > 0 && lastBreak < nodes.length - 1)
    return { caption: nodes.slice(0, lastBreak), credit: nodes.slice(lastBreak + 1) }
  const isCredit = CREDIT.test(nodes.map(textOf).join('').trim())
  return isCredit ? { caption: [], credit: nodes } : { caption: nodes, credit: [] }
}

const stringOf = (value: unknown) => (typeof value === 'string' ? value : null)
