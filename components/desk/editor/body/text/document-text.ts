import type { Node } from '@tiptap/pm/model'

/** The words of a document as one text, and the way from a place in it to a place in the document and back. */
export interface DocumentText {
  text: string
  positionAt(offset: number): number
  offsetAt(position: number): number
}

interface Run {
  offset: number
  position: number
  length: number
}

const BETWEEN_BLOCKS = '\n\n'

export function documentText(document: Node): DocumentText {
  const runs: Run[] = []
  let text = ''
  document.descendants((node, position) => {
    if (node.isTextblock && text !== '') text += BETWEEN_BLOCKS
    if (node.type.name === 'hardBreak') text += '\n'
    if (!node.isText || !node.text) return
    runs.push({ offset: text.length, position, length: node.text.length })
    text += node.text
  })
  return {
    text,
    positionAt: (offset) => {
      const run = runs.findLast((one) => one.offset <= offset) ?? runs[0]
      return run ? run.position + Math.min(Math.max(offset - run.offset, 0), run.length) : 0
    },
    offsetAt: (position) => {
      const run = runs.findLast((one) => one.position <= position)
      return run ? run.offset + Math.min(position - run.position, run.length) : 0
    },
  }
}
