import { Extension } from '@tiptap/core'
import { moveCurrentBlock } from '@/components/desk/editor/body/text/move-block'

interface KeyOptions {
  link(): void
  find(): void
  toToolbar(): void
}

/** Keys of the editor that lead out of its text, and those that move a block. */
export const EditorKeys = Extension.create<KeyOptions>({
  name: 'editorKeys',
  addKeyboardShortcuts() {
    const { link, find, toToolbar } = this.options
    const and = (run: () => void) => () => {
      run()
      return true
    }
    return {
      'Mod-k': and(link),
      'Mod-f': and(find),
      'Alt-F10': and(toToolbar),
      'Alt-Shift-ArrowUp': () => moveCurrentBlock(this.editor, -1),
      'Alt-Shift-ArrowDown': () => moveCurrentBlock(this.editor, 1),
    }
  },
})
