import type { Element, ElementContent, Text } from 'hast'
import { characterCount } from '@/newsroom/character-count'
import { cleanTree, printHtml } from '@/newsroom/html/clean-html'
import { settleNesting } from '@/newsroom/html/html-nesting'
import { element, elementsOf, isElement, parseHtml, property, textOf } from '@/newsroom/html/html-tree'
import { BODY_SIZES } from '@/newsroom/html/picture-figures'
import { plainText } from '@/newsroom/html/plain-text'
import type { Rendition } from '@/newsroom/rendition'
import { mediaIdOf } from './picked-media'

/** The pictures of the library that a body shows, each once, in their order. */
export function picturesIn(bodyHtml: string): string[] {
  if (!bodyHtml.includes('/media/')) return []
  const images = [...elementsOf(parseHtml(bodyHtml))].filter(({ tagName }) => tagName === 'img')
  return [...new Set(images.flatMap((image) => mediaIdOf(property(image, 'src')) ?? []))]
}

/** The words of a clean body, and how many they are. */
export function wordsOf(bodyHtml: string): { plainText: string; characterCount: number } {
  const text = plainText(parseHtml(bodyHtml))
  return { plainText: text, characterCount: characterCount(text) }
}

/**
 * What an editor hands over → what is stored: cleaned by the one allow-list, without the spaces that indent a paragraph (the
 * page indents) and without blank paragraphs; pictures of the library in the sizes it has of them, widest first; any other
 * picture as a link. Settling twice is the same as settling once. Never throws.
 */
export function settleBody(html: string, pictures: ReadonlyMap<string, readonly Rendition[]>): string {
  const tree = cleanTree(parseHtml(html))
  const children = settle(tree.children as ElementContent[], { pictures, inLink: false })
  return printHtml(settleNesting({ type: 'root', children }))
}

interface Around {
  pictures: ReadonlyMap<string, readonly Rendition[]>
  inLink: boolean
}

function settle(nodes: ElementContent[], around: Around): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName === 'img') return settleImage(node, around)
    const hadImage = isElement(node, 'figure') && hasImage(node)
    node.children = settle(node.children, { ...around, inLink: around.inLink || node.tagName === 'a' })
    if (node.tagName === 'p') {
      trimStart(node)
      if (textOf(node).trim() === '' && !hasImage(node)) return []
    }
    return hadImage ? settleFigure(node) : [node]
  })
}

function settleImage(node: Element, { pictures, inLink }: Around): ElementContent[] {
  const src = property(node, 'src')
  const id = mediaIdOf(src)
  if (id !== null) {
    const renditions = pictures.get(id) ?? []
    const [widest] = renditions
    if (widest) node.properties = imageProperties(node, renditions, widest)
    return [node]
  }
  if (!/^https?:\/\//.test(src)) return []
  // Nobody else's server serves our readers.
  const words: Text = { type: 'text', value: property(node, 'alt').trim() || '查看原图' }
  return inLink ? [words] : [element('a', [words], { href: src, rel: ['noopener', 'nofollow'] })]
}

/** In the order in which an import prints them, so that its bodies stay as they are. */
function imageProperties({ properties }: Element, renditions: readonly Rendition[], widest: Rendition): Element['properties'] {
  const { src: _, srcSet: _1, sizes, width: _2, height: _3, alt, ...others } = properties
  const srcSet = [...renditions].reverse().map(({ key, width }) => `/media/${key} ${width}w`)
  return {
    src: `/media/${widest.key}`,
    ...(srcSet.length > 1 && { srcSet: srcSet.join(', '), sizes: sizes ?? BODY_SIZES }),
    width: String(widest.width),
    height: String(widest.height),
    alt: alt ?? '',
    ...others,
  }
}

/** A figure whose picture became a link says so; one that lost its picture leaves its words. */
function settleFigure(figure: Element): ElementContent[] {
  if (hasImage(figure)) return [figure]
  if (figure.children.some((child) => isElement(child, 'a'))) {
    figure.properties.className = ['remote-picture']
    return [figure]
  }
  return figure.children.flatMap((child) => {
    if (!isElement(child, 'figcaption')) return [child]
    const paragraph = element('p', child.children)
    trimStart(paragraph)
    return textOf(paragraph).trim() === '' ? [] : [paragraph]
  })
}

function hasImage(node: Element): boolean {
  for (const { tagName } of elementsOf(node)) if (tagName === 'img') return true
  return false
}

/** Spaces before the first word of a paragraph, full-width ones among them. */
function trimStart(paragraph: Element): void {
  for (const text of textsOf(paragraph)) {
    if (text === null) return
    text.value = text.value.replace(/^[\s\u200b]+/, '')
    if (text.value !== '') return
  }
}

/** Texts in their order; null where something stands that is no text. */
function* textsOf(node: Element): Generator<Text | null> {
  for (const child of node.children) {
    if (child.type === 'text') yield child
    else if (isElement(child, 'img', 'br')) yield null
    else if (child.type === 'element') yield* textsOf(child)
  }
}
