import { findQuote, quoteOf, type TextQuote } from '@/newsroom/desk/text-quote'

/** The words of a page's article body, and where each text node of it begins among them. */
function textOf(body: Element): { text: string; nodes: { node: Text; from: number }[] } {
  const nodes: { node: Text; from: number }[] = []
  let text = ''
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: text.length })
    text += node.nodeValue ?? ''
  }
  return { text, nodes }
}

const bodyOf = (page: Document | null | undefined) => page?.querySelector('article .body') ?? null

/** The passage that is selected in a page's article; null: none. */
export function selectedQuote(page: Document | null | undefined): TextQuote | null {
  const body = bodyOf(page)
  const range = page?.getSelection()?.rangeCount ? page.getSelection()?.getRangeAt(0) : null
  if (!body || !range || range.collapsed || !body.contains(range.commonAncestorContainer)) return null
  const { text, nodes } = textOf(body)
  const at = (container: Node, offset: number) => {
    const known = nodes.find(({ node }) => node === container)
    if (known) return known.from + offset
    // Between elements: where the next text begins.
    const child = container.childNodes[offset]
    return nodes.find(({ node }) => child && (child === node || child.contains(node)))?.from ?? text.length
  }
  return quoteOf(text, at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset))
}

/** Where a passage stands in a page's article; null where its words are gone. */
export function rangeOf(page: Document | null | undefined, quote: TextQuote): Range | null {
  const body = bodyOf(page)
  if (!page || !body) return null
  const { text, nodes } = textOf(body)
  const found = findQuote(text, quote)
  if (!found) return null
  const range = page.createRange()
  const place = (at: number) => nodes.findLast(({ from }) => from <= at)
  const [start, end] = [place(found.start), place(found.end - 1)]
  if (!start || !end) return null
  range.setStart(start.node, found.start - start.from)
  range.setEnd(end.node, found.end - end.from)
  return range
}
