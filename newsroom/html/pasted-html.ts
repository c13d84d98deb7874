import type { Element, ElementContent } from 'hast'
import { cleanTree, printHtml } from './clean-html'
import { captionFigures } from './figure-captions'
import { levelHeadings, withoutInnerHeadings } from './heading-levels'
import { element, elementsOf, isElement, parseHtml, property, textOf } from './html-tree'
import { pastedLinks } from './pasted-links'
import { pastedLists } from './pasted-lists'
import { pastedStyles } from './pasted-styles'
import { type Found, imageSource, semanticBlocks } from './semantic-html'

/** A picture of the pasted text, which the text itself does not bring along. */
export interface PastedPicture {
  src: string
  alt: string
}

export interface PastedText {
  /** each picture is a `<figure data-picture="index">` between the blocks, with its caption */
  html: string
  pictures: PastedPicture[]
}

/** `<o:p>` of word processors, read as text by nobody. */
const OFFICE_TAG = /<\/?[a-z]\d?:\w+[^<>]{0,500}>/gi
/** WeChat's editor says this of a picture it has a copy of, whatever the picture shows. */
const NO_ALT = /^(?:图片|image|img|wps\d*|clip_?image\d*)?$|\.(?:png|jpe?g|gif|webp)$/i

/**
 * HTML from a clipboard (Word, WPS, WeChat's editor, web pages) → the blocks an article is made of, by the importer's rules:
 * styles that mean something become elements, all others go; pictures become numbered places. Never throws.
 */
export function pastedHtml(html: string): PastedText {
  const tree = parseHtml(html.replace(OFFICE_TAG, ''))
  const styled = pastedLists(pastedStyles(tree.children as ElementContent[]))
  const found: Found = { images: [], centred: new Set(), embeds: [] }
  const blocks = captionFigures(semanticBlocks({ type: 'root', children: styled }, found), found.centred)
  const outlined = levelHeadings(blocks.map(withoutInnerHeadings)).flatMap(withPicturesBehind)
  const body = cleanTree({ type: 'root', children: pastedLinks(outlined) })
  return {
    html: printHtml(body),
    pictures: found.images.map((image) => ({ src: imageSource(image), alt: altOf(image) })),
  }
}

/** Plain text → a paragraph a line, as it was typed; the page indents, no spaces do. */
export function pastedText(text: string): string {
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const children = lines.map((value) => element('p', [{ type: 'text', value }]))
  return printHtml(cleanTree({ type: 'root', children }))
}

/** A picture in a list, a quotation or a cell stands behind that block: its place is filled later, by hand. */
function withPicturesBehind(block: Element): Element[] {
  if (block.tagName === 'figure') return [block]
  const pictures = [...elementsOf(block)].filter((inner) => inner.tagName === 'figure')
  if (pictures.length === 0) return [block]
  takeOut(block)
  return textOf(block).trim() === '' ? pictures : [block, ...pictures]
}

function takeOut(node: Element): void {
  const rest = node.children.filter((child) => !isElement(child, 'figure'))
  const [only] = rest
  // words that stood beside nothing else need no tags: as the importer writes cells and items
  const bare = rest.length < node.children.length && isElement(only, 'p') && rest.length === 1 && !isElement(node, 'blockquote')
  node.children = bare ? only.children : rest
  for (const child of node.children) if (isElement(child)) takeOut(child)
}

function altOf(image: Element): string {
  const alt = property(image, 'alt').replace(/\s+/g, ' ').trim()
  return NO_ALT.test(alt) ? '' : alt
}
