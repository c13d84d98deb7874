import type { Element, ElementContent, Text } from 'hast'
import { BLOCK_ELEMENTS, DROPPED_ELEMENTS, PHRASING_ELEMENTS } from './html-allow-list'
import { element, isElement, property } from './html-tree'

/** Elements that end a line of text, whatever they are called. */
const BLOCKS = new Set([
  ...BLOCK_ELEMENTS,
  ...'h1 h5 h6 div center section article main header footer nav aside address form fieldset legend hgroup dir menu'.split(' '),
  ...'listing xmp plaintext img'.split(' '),
])
const RENAMED: Record<string, string> = { b: 'strong', i: 'em', del: 's', strike: 's', tt: 'code', kbd: 'code', samp: 'code' }
const INLINE = new Set(PHRASING_ELEMENTS.filter((name) => name !== 'img' && name !== 'br'))
const DROPPED = new Set(DROPPED_ELEMENTS)
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i
/** Links of the wire's pages to share prices. */
const QUOTE_LINK = /^(?:keytip|em_stock)/

export function isDropped(node: Element): boolean {
  return DROPPED.has(node.tagName) || node.properties.hidden !== undefined || HIDDEN.test(property(node, 'style'))
}

export const isBlock = (node: ElementContent) => node.type === 'element' && BLOCKS.has(node.tagName)

/** The name an element of a line gets, or null where only its words stay: `<span>`, `<font>`, a link to nowhere. */
export function inlineName(node: Element): string | null {
  if ((node.tagName === 'span' || node.tagName === 'font') && BOLD.test(property(node, 'style'))) return 'strong'
  const name = RENAMED[node.tagName] ?? node.tagName
  if (!INLINE.has(name)) return null
  return name === 'a' && !isLink(node) ? null : name
}

function isLink(node: Element): boolean {
  const { className, href, id } = node.properties
  if (Array.isArray(className) && className.some((name) => QUOTE_LINK.test(String(name)))) return false
  if (typeof href !== 'string' || href === '') return String(id ?? '').startsWith('fn-')
  // the ids a heading had in the old site are gone
  return !href.startsWith('#') || href.startsWith('#fn-')
}

/** Text and inline elements alone; of blocks among them the words. */
export function inlineOf(nodes: ElementContent[]): ElementContent[] {
  const inline: ElementContent[] = []
  for (const node of nodes) addInline(node, inline)
  return inline
}

function addInline(node: ElementContent, inline: ElementContent[]): void {
  if (node.type === 'text') inline.push({ type: 'text', value: node.value })
  if (node.type !== 'element' || isDropped(node)) return
  const name = inlineName(node)
  if (node.tagName === 'br') inline.push(element('br'))
  else if (name === null) for (const child of node.children) addInline(child, inline)
  else inline.push(element(name, inlineOf(node.children), node.properties))
}

const SPACE = /[\s\u200b]/
const SPACES = /[\s\u200b]+/g
const CHINESE = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u
const IDEOGRAPHIC = '\u3000'

/**
 * The spaces of a line as a printer sets them: none at its ends (the page indents), one between words, none where a line
 * of source was broken between Chinese characters; a single U+3000 within a text (张　三) stays. Empty elements go.
 */
export function tidySpaces(nodes: ElementContent[]): ElementContent[] {
  const texts: Text[] = []
  collapse(nodes, { afterSpace: true, texts })
  trimEnd(texts)
  return withoutEmpty(nodes)
}

interface Line {
  afterSpace: boolean
  texts: Text[]
}

function collapse(nodes: ElementContent[], line: Line): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      if (SPACE.test(node.value)) node.value = node.value.replace(SPACES, oneSpace)
      if (line.afterSpace) node.value = node.value.trimStart()
      if (node.value === '') continue
      line.afterSpace = SPACE.test(node.value.at(-1) as string)
      line.texts.push(node)
    } else if (isElement(node, 'br')) {
      trimEnd(line.texts)
      line.afterSpace = true
    } else if (isElement(node, 'code')) line.afterSpace = false
    else if (node.type === 'element') collapse(node.children, line)
  }
}

function oneSpace(run: string, offset: number, text: string): string {
  if (run.includes('\n') && CHINESE.test(text.charAt(offset - 1)) && CHINESE.test(text.charAt(offset + run.length))) return ''
  if (run.replaceAll('\u200b', '') === '') return ''
  return run.includes(IDEOGRAPHIC) ? IDEOGRAPHIC : ' '
}

function trimEnd(texts: Text[]): void {
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    text.value = text.value.trimEnd()
    if (text.value !== '') return
  }
}

function withoutEmpty(nodes: ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = []
  for (const node of nodes) {
    if (node.type === 'element') node.children = withoutEmpty(node.children)
    if (node.type === 'text' ? node.value !== '' : isElement(node, 'br') || (isElement(node) && node.children.length > 0))
      append(kept, node)
  }
  return kept
}

/** Neighbours of one kind become one element, as they were before tags of another kind stood between them. */
function append(kept: ElementContent[], node: ElementContent): void {
  const last = kept.at(-1)
  if (node.type === 'text' && last?.type === 'text') last.value += node.value
  else if (isElement(node, 'strong', 'em') && isElement(last, node.tagName))
    for (const child of node.children) append(last.children, child)
  else kept.push(node)
}
