import type { Nodes, Parents } from 'hast'
import { BLOCK_ELEMENTS } from './html-allow-list'

const BLOCKS = new Set(BLOCK_ELEMENTS)
/** Parts that stay on one line with their neighbours. */
const CELLS = new Set(['td', 'th'])
/** Marks of the page, not words of the text: footnote numbers and the way back from a note. */
const MARKS = new Set(['footnote', 'footnote-back'])

/** The words of a clean tree: a blank line between blocks, a line end for `<br>`, items and rows, a tab between cells. */
export function plainText(tree: Parents): string {
  const text: string[] = []
  for (const child of tree.children) add(child, text)
  return text
    .join('')
    .replace(/(?<![ \t])[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function add(node: Nodes, text: string[]): void {
  if (node.type === 'text') text.push(node.value)
  if (node.type !== 'element') return
  const { tagName, properties, children } = node
  if (Array.isArray(properties.className) && MARKS.has(String(properties.className[0]))) return
  if (tagName === 'br') text.push('\n')
  const end = CELLS.has(tagName) ? '\t' : !BLOCKS.has(tagName) ? '' : tagName === 'li' || tagName === 'tr' ? '\n' : '\n\n'
  if (end === '\n\n') text.push(end)
  for (const child of children) add(child, text)
  text.push(end)
}
