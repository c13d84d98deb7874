import type { ElementContent } from 'hast'
import { cleanTree, printHtml } from '@/newsroom/html/clean-html'
import { BLOCK_ELEMENTS } from '@/newsroom/html/html-allow-list'
import { isElement, parseHtml, textOf } from '@/newsroom/html/html-tree'
import type { DocumentNode } from './document-node'
import { readBlock } from './read-blocks'
import { writeBlock } from './write-blocks'

const BLOCKS = new Set(BLOCK_ELEMENTS)

/**
 * A body as the editor holds it (the JSON of its schema): each block it can give back to the byte is editable, every other is a
 * `keptBlock` that carries its HTML as it stands. So opening and saving changes nothing but blank text between blocks.
 */
export function bodyDocument(html: string): DocumentNode {
  const content: DocumentNode[] = []
  for (const run of runsOf(cleanTree(parseHtml(html)).children as ElementContent[])) {
    const block = blockOf(run)
    if (block !== null) content.push(block)
  }
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** The document's body; empty paragraphs are none. */
export function documentBody(document: DocumentNode): string {
  return (document.content ?? []).map(blockHtml).join('')
}

/** One block of the document as it stands in the body. */
export function blockHtml(block: DocumentNode): string {
  if (block.type === 'keptBlock') return String(block.attrs?.html ?? '')
  return printHtml({ type: 'root', children: writeBlock(block) })
}

/** Each block alone; text and phrasing that stand between blocks together. */
function runsOf(nodes: ElementContent[]): ElementContent[][] {
  const runs: ElementContent[][] = []
  let loose: ElementContent[] | null = null
  for (const node of nodes) {
    if (isElement(node) && BLOCKS.has(node.tagName)) {
      runs.push([node])
      loose = null
    } else if (loose) loose.push(node)
    else {
      loose = [node]
      runs.push(loose)
    }
  }
  return runs
}

function blockOf(run: ElementContent[]): DocumentNode | null {
  if (run.every((node) => node.type === 'text' && textOf(node).trim() === '')) return null
  const html = printHtml({ type: 'root', children: run })
  const [first] = run
  const block = isElement(first) && run.length === 1 ? readBlock(first) : null
  return block !== null && blockHtml(block) === html ? block : { type: 'keptBlock', attrs: { html } }
}
