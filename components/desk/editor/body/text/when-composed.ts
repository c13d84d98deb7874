import type { Editor } from '@tiptap/core'

/** A browser needs this long after compositionend to have its last word in the document. */
const SETTLED_MS = 60

/** Runs at once, or after the word under way in an input method is done: a change meanwhile would tear it. */
export function whenComposed(editor: Editor, run: () => void): void {
  if (editor.isDestroyed) return
  const { view } = editor
  if (!view.composing) {
    run()
    return
  }
  const end = () => setTimeout(() => whenComposed(editor, run), SETTLED_MS)
  view.dom.addEventListener('compositionend', end, { once: true })
}
