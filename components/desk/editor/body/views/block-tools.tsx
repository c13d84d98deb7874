'use client'
import { type NodeViewProps, useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { moveBlock } from '@/components/desk/editor/body/text/move-block'
import { useTexts } from '@/components/desk/texts'

export const SMALL_BUTTON = 'min-h-7 rounded-sm px-2 text-13 text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11'

/** A row of words below or above a block that is handled as a whole: to move it, to remove it. */
export function BlockTools({ editor, getPos, deleteNode, children }: NodeViewProps & { children?: ReactNode }) {
  const t = useTexts()
  const editable = useEditorState({ editor, selector: ({ editor: now }) => now.isEditable })
  if (!editable) return null
  const move = (direction: -1 | 1) => {
    const at = getPos()
    if (at !== undefined) moveBlock(editor, at, direction)
  }
  return (
    <span className="block-tools flex flex-wrap items-center">
      {children}
      <button type="button" className={SMALL_BUTTON} onClick={() => move(-1)}>
        {t('body.move.up')}
      </button>
      <button type="button" className={SMALL_BUTTON} onClick={() => move(1)}>
        {t('body.move.down')}
      </button>
      <button
        type="button"
        className={SMALL_BUTTON}
        onClick={() => {
          deleteNode()
          editor.commands.focus()
        }}
      >
        {t('body.picture.remove')}
      </button>
    </span>
  )
}
