import type { ElementContent } from 'hast'
import { element, isElement, textOf } from './html-tree'

/** Two blanks of a character's width, or four narrow ones, open a paragraph set in by hand. */
const INDENT = /^\s*?(?:[\u3000\u2003]{2}|[\u00a0\u2002]{4})/
const INDENTED_LINE = /\n[ \t]*(?=[\u3000\u2003]{2})/

/** A run of text → its paragraphs: two `<br>` end one, and so does any line end before a line set in by hand. */
export function splitAtBreaks(run: ElementContent[]): ElementContent[][] {
  const [only] = run
  if (run.length === 1 && only?.type === 'text' && !only.value.includes('\n')) return [run]
  const paragraphs: ElementContent[][] = [[]]
  let breaks = 0
  for (const node of indentedLines(run)) {
    if (isElement(node, 'br')) breaks++
    else if (breaks > 0 && node.type === 'text' && /^\s*$/.test(node.value)) breaks += INDENT.test(node.value) ? 1 : 0
    else {
      if (breaks > 1 || (breaks === 1 && INDENT.test(textOf(node)))) paragraphs.push([])
      else if (breaks === 1 && paragraphs.at(-1)?.length) paragraphs.at(-1)?.push(element('br'))
      breaks = 0
      paragraphs.at(-1)?.push(node)
    }
  }
  return paragraphs
}

export function hasDoubleBreak(nodes: ElementContent[]): boolean {
  let breaks = 0
  for (const node of nodes) {
    if (isElement(node, 'br')) breaks++
    else if (node.type !== 'text' || /\S/.test(node.value)) breaks = 0
    if (breaks > 1) return true
  }
  return false
}

/** Lines of source that begin with two ideographic spaces were paragraphs to whoever typed them. */
function indentedLines(run: ElementContent[]): ElementContent[] {
  return run.flatMap((node) => {
    if (node.type !== 'text' || !INDENTED_LINE.test(node.value)) return [node]
    return node.value.split(INDENTED_LINE).flatMap((value, index): ElementContent[] => {
      const text: ElementContent = { type: 'text', value }
      return index === 0 ? [text] : [element('br'), element('br'), text]
    })
  })
}
