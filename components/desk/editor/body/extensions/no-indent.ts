import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { whenComposed } from '@/components/desk/editor/body/text/when-composed'

const SPACE = /^[\s\u3000\u2003]+$/

/** Paragraphs are indented by the page: spaces typed at their start vanish, however they were typed. */
export const NoIndent = Extension.create({
  name: 'noIndent',
  addProseMirrorPlugins() {
    const { editor } = this
    const trim = () => {
      const { $from, empty } = editor.state.selection
      const { parent } = $from
      const spaces = /^[\u3000\u2003]+/.exec(parent.textContent)?.[0].length ?? 0
      // only where somebody writes now: what stands elsewhere is not ours to change
      if (!empty || spaces === 0 || parent.type.name !== 'paragraph' || !parent.firstChild?.isText) return
      editor.view.dispatch(editor.state.tr.delete($from.start(), $from.start() + spaces))
    }
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, _, text) => {
            const { $from } = view.state.selection
            return SPACE.test(text) && from === $from.start() && $from.parent.type.name === 'paragraph'
          },
          handleDOMEvents: {
            compositionend: () => {
              setTimeout(() => whenComposed(editor, trim), 60)
              return false
            },
          },
        },
      }),
    ]
  },
})
