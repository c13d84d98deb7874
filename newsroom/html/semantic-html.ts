import type { Element, ElementContent, Properties, Root } from 'hast'
import { element, elementsOf, isElement, property, textOf } from './html-tree'
import { inlineName, inlineOf, isBlock, isDropped, tidySpaces } from './inline-html'
import { hasDoubleBreak, splitAtBreaks } from './line-breaks'
import { semanticTable } from './semantic-table'

/** What the tree rules find beside the text. */
export interface Found {
  /** images in the order of their figures, by index `data-picture` */
  images: Element[]
  /** paragraphs the old page centred: titles and captions */
  centred: Set<Element>
  /** what was dropped with its content though a reader saw it: films, frames, sounds */
  embeds: Element[]
}

const EMBEDS = new Set('audio embed iframe object video'.split(' '))
const CENTRED = /text-align\s*:\s*center/i
/** A chart of today's share price, fetched anew by each reader: no picture of the day the text is about. */
const CHART = /\/GetPic\.aspx\?/i
const HEADING = /^h[1-6]$/

/**
 * HTML as pages were made → the blocks an article is made of: paragraphs, headings, lists, tables, figures; nothing but
 * phrasing inside a paragraph, no shells, no layout. Headings keep their old level (h1–h6) for `levelHeadings`.
 */
export function semanticBlocks(tree: Root, found: Found): Element[] {
  return new Flow(found).read(tree.children as ElementContent[])
}

class Flow {
  private readonly blocks: Element[] = []
  private run: ElementContent[] = []
  private opening: { properties: Properties; centred: boolean } = { properties: {}, centred: false }

  constructor(private readonly found: Found) {}

  read(nodes: ElementContent[]): Element[] {
    for (const node of nodes) this.add(node)
    this.endParagraph()
    return this.blocks
  }

  private add(node: ElementContent): void {
    if (node.type === 'text') this.run.push(node)
    if (node.type !== 'element') return
    if (EMBEDS.has(node.tagName)) this.found.embeds.push(node)
    if (isDropped(node)) return
    if (node.tagName === 'br') this.run.push(node)
    else if (isBlock(node)) this.addBlock(node)
    else if (holdsBlock(node)) this.addAround(node)
    else for (const inline of inlineOf([node])) this.run.push(inline)
  }

  private addBlock(node: Element): void {
    this.endParagraph()
    const block = this.blockOf(node)
    if (block !== null) for (const part of block) this.blocks.push(part)
    else {
      const outer = this.opening
      this.opening = openingOf(node, outer)
      for (const child of node.children) this.add(child)
      this.endParagraph()
      this.opening = outer
    }
  }

  /** The block an element becomes, or null for a paragraph and for shells, whose content is the block. */
  private blockOf(node: Element): Element[] | null {
    const { tagName, children, properties } = node
    if (HEADING.test(tagName)) return this.heading(node)
    switch (tagName) {
      case 'ul':
      case 'ol':
        return filled(element(tagName, this.items(children), properties))
      case 'dl':
        return filled(element(tagName, this.definitions(children)))
      case 'blockquote':
        return filled(element(tagName, this.inner(children), properties))
      case 'details':
        return filled(element(tagName, this.details(children), properties))
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        return filled(element('pre', codeOf(node)))
      case 'table':
        return semanticTable(node, { blocks: (nodes) => this.inner(nodes), item: (nodes) => this.item(nodes) })
      case 'figure':
        return this.figure(node)
      case 'img':
        return this.image(node)
      case 'hr':
        return [element('hr')]
      default:
        return null
    }
  }

  private inner(nodes: ElementContent[]): Element[] {
    return new Flow(this.found).read(nodes)
  }

  /** Content of a list item or cell: a first paragraph alone, or before lists, needs no tags. */
  private item(nodes: ElementContent[]): ElementContent[] {
    const blocks = this.inner(nodes)
    const [first, ...rest] = blocks
    return isElement(first, 'p') && rest.every((block) => isElement(block, 'ul', 'ol')) ? [...first.children, ...rest] : blocks
  }

  private heading(node: Element): Element[] {
    const images = [...elementsOf(node)].filter((inner) => inner.tagName === 'img').flatMap((image) => this.image(image))
    const text = tidySpaces(inlineOf(node.children)).filter((child) => !isElement(child, 'br'))
    return text.length === 0 ? images : [element(node.tagName, text, languageOf(node)), ...images]
  }

  /** A stray text between items is an item; a list between items belongs to the one before. */
  private items(nodes: ElementContent[]): Element[] {
    const items: Element[] = []
    for (const node of nodes) {
      const last = items.at(-1)
      const content = this.item(isElement(node, 'li') ? node.children : [node])
      if (content.length === 0) continue
      if (isElement(node, 'ul', 'ol') && last !== undefined) last.children = last.children.concat(content)
      else items.push(element('li', content, isElement(node, 'li') ? node.properties : {}))
    }
    return items
  }

  private definitions(nodes: ElementContent[]): Element[] {
    return nodes.flatMap((node) => {
      if (!isElement(node)) return []
      if (node.tagName === 'div') return this.definitions(node.children)
      const content = this.item(node.tagName === 'dt' || node.tagName === 'dd' ? node.children : [node])
      return filled(element(node.tagName === 'dt' ? 'dt' : 'dd', content))
    })
  }

  private details(nodes: ElementContent[]): Element[] {
    const summary = nodes.find((node) => isElement(node, 'summary'))
    const content = this.inner(nodes.filter((node) => node !== summary))
    return isElement(summary) ? [element('summary', tidySpaces(inlineOf(summary.children))), ...content] : content
  }

  private figure(node: Element): Element[] {
    const caption = node.children.find((child) => isElement(child, 'figcaption'))
    const blocks = this.inner(node.children.filter((child) => child !== caption))
    const text = isElement(caption) ? tidySpaces(inlineOf(caption.children)) : []
    const last = blocks.findLast((block) => isElement(block, 'figure'))
    if (text.length > 0 && last !== undefined) last.children = [element('figcaption', text)]
    else if (text.length > 0) blocks.push(element('p', text))
    return blocks
  }

  /** `data-picture` is the index among the images; counters and price charts are none. */
  private image(node: Element): Element[] {
    if (isDropped(node) || isCounter(node) || CHART.test(imageSource(node))) return []
    return [element('figure', [], { dataPicture: String(this.found.images.push(node) - 1) })]
  }

  /** `<strong><p>…</p></strong>`: the emphasis goes into each paragraph. */
  private addAround(node: Element): void {
    const name = inlineName(node)
    if (name === null) for (const child of node.children) this.add(child)
    else {
      this.endParagraph()
      for (const block of this.inner(node.children)) {
        if (block.tagName === 'p') block.children = [element(name, block.children, node.properties)]
        this.blocks.push(block)
      }
    }
  }

  private endParagraph(): void {
    if (this.run.length === 0) return
    for (const nodes of splitAtBreaks(this.run)) {
      const children = tidySpaces(nodes)
      if (children.length === 0) continue
      const paragraph = element('p', children, this.opening.properties)
      if (this.opening.centred) this.found.centred.add(paragraph)
      this.blocks.push(paragraph)
    }
    this.run = []
  }
}

export const imageSource = (image: Element) =>
  property(image, 'dataOriginal') || property(image, 'dataSrc') || property(image, 'src')

function isCounter(image: Element): boolean {
  const sizes = [
    property(image, 'width'),
    property(image, 'height'),
    ...(/\b(?:width|height)\s*:\s*[01]px/i.exec(property(image, 'style')) ? ['1'] : []),
  ]
  return imageSource(image) === '' || sizes.some((size) => /^[0-2](?:px)?$/.test(size))
}

function holdsBlock(node: Element): boolean {
  return hasDoubleBreak(node.children) || node.children.some((child) => isBlock(child) || (isElement(child) && holdsBlock(child)))
}

function openingOf(node: Element, outer: { properties: Properties; centred: boolean }) {
  const centred = node.tagName === 'center' || property(node, 'align') === 'center' || CENTRED.test(property(node, 'style'))
  return { properties: { ...outer.properties, ...languageOf(node) }, centred: centred || outer.centred }
}

function languageOf(node: Element): Properties {
  const { lang, dir } = node.properties
  return { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) }
}

function codeOf(node: Element): ElementContent[] {
  const text: ElementContent[] = [{ type: 'text', value: textOf(node).replace(/^\n+/, '').trimEnd() }]
  const code = node.children.find((child) => isElement(child, 'code'))
  return textOf(text[0] as ElementContent) === '' ? [] : isElement(code) ? [element('code', text, code.properties)] : text
}

const filled = (block: Element) => (block.children.length > 0 ? [block] : [])
