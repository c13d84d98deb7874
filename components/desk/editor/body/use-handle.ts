'use client'
import type { Editor } from '@tiptap/core'
import { type Ref, useImperativeHandle } from 'react'
import { bodyDocument } from '@/newsroom/body/body-document'
import { findQuote, quoteOf } from '@/newsroom/desk/text-quote'
import type { BodyEditorHandle } from './body-editor-props'
import { bodyOf } from './text/body-output'
import { documentText } from './text/document-text'
import { figureContent } from './text/figure-content'
import { insertBlocks } from './text/insert-blocks'
import { whenComposed } from './text/when-composed'

/** What the page around the editor asks of it. `replaced` hears of a text set from outside. */
export function useHandle(
  ref: Ref<BodyEditorHandle> | undefined,
  editor: Editor | null,
  value: string,
  replaced: () => void,
): void {
  useImperativeHandle(
    ref,
    (): BodyEditorHandle => ({
      focus: () => void editor?.commands.focus(),
      getHtml: () => (editor ? bodyOf(editor.state.doc).html : value),
      setContent: (html) =>
        editor &&
        whenComposed(editor, () => {
          editor.commands.setContent(bodyDocument(html), { emitUpdate: false })
          replaced()
        }),
      getSelectionQuote: () => {
        if (!editor) return null
        const { text, offsetAt } = documentText(editor.state.doc)
        const { from, to } = editor.state.selection
        return quoteOf(text, offsetAt(from), offsetAt(to))
      },
      showQuote: (quote) => {
        if (!editor) return false
        const { text, positionAt } = documentText(editor.state.doc)
        const found = findQuote(text, quote)
        if (!found) return false
        const [from, to] = [positionAt(found.start), positionAt(found.end - 1) + 1]
        whenComposed(editor, () => editor.chain().setTextSelection(from).markPassage(from, to).run())
        const { node } = editor.view.domAtPos(from)
        const element = node instanceof Element ? node : node.parentElement
        element?.scrollIntoView({ block: 'center' })
        return true
      },
      insertPicture: (picture) =>
        editor && whenComposed(editor, () => insertBlocks(editor, [figureContent(picture, editor.state.selection.from)])),
    }),
    [editor, value, replaced],
  )
}
