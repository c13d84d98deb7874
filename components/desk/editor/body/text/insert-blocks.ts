import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { DocumentNode } from '@/newsroom/body/document-node'

/**
 * Blocks at the cursor or at a position: an empty paragraph gives way, a written one is not torn. Then one writes on behind
 * them or, in a table, `inside`: a picture that stays selected would be overwritten by the next word.
 */
export function insertBlocks(editor: Editor, blocks: DocumentNode[], at?: number, cursor: 'behind' | 'inside' = 'behind'): void {
  const { state, schema, view } = editor
  const nodes = blocks.map((block) => schema.nodeFromJSON(block))
  const [first] = nodes
  if (!first) return
  const { from, to } = placeFor(first, at === undefined ? state.selection.$to : state.doc.resolve(at))
  const transaction = state.tr.replaceWith(from, to, nodes)
  const end = nodes.reduce((sum, node) => sum + node.nodeSize, from)
  if (!transaction.doc.resolve(end).nodeAfter?.isTextblock && schema.nodes.paragraph)
    transaction.insert(end, schema.nodes.paragraph.create())
  const $cursor = transaction.doc.resolve((cursor === 'inside' ? from : end) + 1)
  view.dispatch(transaction.setSelection(TextSelection.near($cursor)).scrollIntoView())
  view.focus()
}

/** The innermost place that takes such a block: not between a caption and its credit, not as an item's only line. */
function placeFor(block: Node, $at: ResolvedPos): { from: number; to: number } {
  for (let depth = $at.depth; depth > 0; depth--) {
    const parent = $at.node(depth - 1)
    const index = $at.index(depth - 1)
    const empty = depth === $at.depth && $at.parent.type.name === 'paragraph' && $at.parent.content.size === 0
    if (empty && parent.canReplaceWith(index, index + 1, block.type)) return { from: $at.before(depth), to: $at.after(depth) }
    if (parent.canReplaceWith(index + 1, index + 1, block.type)) return { from: $at.after(depth), to: $at.after(depth) }
  }
  return { from: $at.pos, to: $at.pos }
}
