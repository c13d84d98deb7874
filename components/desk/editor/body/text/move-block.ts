import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'

/** Lets the block at a position change places with its neighbour; false where it has none. */
export function moveBlock(editor: Editor, position: number, direction: -1 | 1): boolean {
  const { state, view } = editor
  const $at = state.doc.resolve(position)
  const parent = $at.parent
  const index = $at.index()
  const block = parent.maybeChild(index)
  const neighbour = parent.maybeChild(index + direction)
  if (!block || !neighbour) return false
  const target = direction === -1 ? position - neighbour.nodeSize : position + neighbour.nodeSize
  const transaction = state.tr.delete(position, position + block.nodeSize).insert(target, block)
  const within = state.selection.from - position
  transaction.setSelection(
    block.isAtom || !block.isTextblock || within < 1
      ? NodeSelection.create(transaction.doc, target)
      : TextSelection.create(transaction.doc, target + Math.min(within, block.nodeSize - 1)),
  )
  view.dispatch(transaction.scrollIntoView())
  return true
}

/** The same for the outermost block the cursor is in. */
export function moveCurrentBlock(editor: Editor, direction: -1 | 1): boolean {
  const { $from } = editor.state.selection
  return moveBlock(editor, $from.depth === 0 ? $from.pos : $from.before(1), direction)
}
