import type { Element, ElementContent } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { legible } from './html/html-tree'

/** What may stand in an element; null and false stand for nothing. */
export type XmlChild = Element | string | null | false | undefined
type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** An element of XML, names as they are written (`media:content`). What XML cannot hold (control characters) is left out. */
export function xml(name: string, attributes: Attributes, ...children: (XmlChild | XmlChild[])[]): Element {
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([key, value]) => (value == null ? [] : [[key, legible(String(value))]])),
    ),
    children: children.flat().flatMap((child): ElementContent[] => {
      if (typeof child === 'string') return [{ type: 'text', value: legible(child) }]
      return child ? [child] : []
    }),
  }
}

/** A whole document in UTF-8. */
export function writeXml(root: Element): string {
  // Outside CDATA, which we do not write, `]]>` must not stand as it is (XML 1.0 §2.4); the serializer leaves it.
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(root, { closeEmptyElements: true }).replaceAll(']]>', ']]&gt;')}\n`
}
