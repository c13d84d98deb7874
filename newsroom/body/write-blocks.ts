import type { Element, ElementContent, Properties } from 'hast'
import { element, isElement, parseHtml } from '@/newsroom/html/html-tree'
import { type DocumentNode, words } from './document-node'
import { PICTURE_PROPERTIES } from './read-figure'
import { writeInline } from './write-inline'
import { writeTable } from './write-table'

/** A block of the document → its element; an empty paragraph, heading, item or quotation is none. */
export function writeBlock(block: DocumentNode): ElementContent[] {
  const { type, attrs, content } = block
  switch (type) {
    case 'paragraph':
      return filled('p', writeInline(content), languageOf(block))
    case 'heading':
      return filled(`h${attrs?.level}`, writeInline(content), languageOf(block))
    case 'blockquote':
      return filled('blockquote', writeAll(content), citeOf(block))
    case 'pullQuote':
      return filled('blockquote', writeAll(content), { ...citeOf(block), className: ['pull-quote'] })
    case 'bulletList':
      return filled('ul', items(content))
    case 'orderedList':
      return filled('ol', items(content), numbersOf(block))
    case 'figure':
      return figure(block)
    case 'table':
      return writeTable(block, writeItem)
    case 'horizontalRule':
      return [element('hr')]
    // a place for a picture that is not there yet
    case 'pictureSlot':
      return []
    case 'keptBlock':
      return parseHtml(words(block, 'html')).children as ElementContent[]
    default:
      throw new Error(`no element for the block ${type}`)
  }
}

const writeAll = (blocks: DocumentNode[] = []) => blocks.flatMap(writeBlock)

const filled = (tagName: string, children: ElementContent[], properties: Properties = {}): Element[] =>
  children.length > 0 ? [element(tagName, children, properties)] : []

const items = (nodes: DocumentNode[] = []) => nodes.flatMap(({ content }) => filled('li', writeItem(content)))

/** A first paragraph alone, or before lists, needs no tags: as the importer writes items and cells. */
function writeItem(blocks: DocumentNode[] = []): ElementContent[] {
  const written = writeAll(blocks)
  const [first, ...rest] = written
  const bare = isElement(first, 'p') && Object.keys(first.properties).length === 0
  return bare && rest.every((block) => isElement(block, 'ul', 'ol')) ? [...first.children, ...rest] : written
}

function figure(block: DocumentNode): Element[] {
  if (words(block, 'src') === '') return []
  const image: Properties = {}
  for (const name of PICTURE_PROPERTIES) {
    const value = block.attrs?.[name]
    if (typeof value === 'string') image[name] = value
  }
  const [caption = [], credit = []] = (block.content ?? []).map(({ content }) => writeInline(content))
  const between = caption.length > 0 && credit.length > 0 ? [element('br')] : []
  return [element('figure', [element('img', [], image), ...filled('figcaption', [...caption, ...between, ...credit])])]
}

function languageOf(block: DocumentNode): Properties {
  const [lang, dir] = [words(block, 'lang'), words(block, 'dir')]
  return { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) }
}

const citeOf = (block: DocumentNode): Properties => (words(block, 'cite') ? { cite: words(block, 'cite') } : {})

function numbersOf({ attrs }: DocumentNode): Properties {
  const start = Number(attrs?.start ?? 1)
  return { ...(start === 1 ? {} : { start: String(start) }), ...(attrs?.reversed === true ? { reversed: true } : {}) }
}
