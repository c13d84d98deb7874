'use client'
import { Toolbar } from '@base-ui/react/toolbar'
import { type Editor, isTextSelection, useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { useTexts } from '@/components/desk/texts'
import { Tool, ToolGap } from './tool'

/** The least room above: the toolbar's row. */
const TOOLBAR = 56

/** Over selected words: what is done to words. Touch screens have their own menu there. */
export function SelectionBubble({ editor, link }: { editor: Editor; link(): void }) {
  const t = useTexts()
  const state = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) })
  const chain = () => editor.chain().focus()
  return (
    <BubbleMenu
      editor={editor}
      updateDelay={150}
      className="z-20 pointer-coarse:hidden"
      options={{ flip: { padding: TOOLBAR } }}
      shouldShow={({ state: { selection, doc }, view }) =>
        editor.isEditable &&
        view.hasFocus() &&
        isTextSelection(selection) &&
        doc.textBetween(selection.from, selection.to).trim() !== ''
      }
    >
      <Toolbar.Root
        aria-label={t('body.bubble')}
        className="flex items-center rounded-md border border-line bg-raised p-1 text-ink shadow-raised"
      >
        <Tool label={t('body.tools.bold')} keys="Ctrl B" pressed={state.bold} onPress={() => chain().toggleBold().run()}>
          <strong>B</strong>
        </Tool>
        <Tool label={t('body.tools.italic')} keys="Ctrl I" pressed={state.italic} onPress={() => chain().toggleItalic().run()}>
          <em className="font-serif">I</em>
        </Tool>
        <Tool label={t('body.tools.strike')} pressed={state.strike} onPress={() => chain().toggleStrike().run()}>
          <s>S</s>
        </Tool>
        <Tool label={t('body.tools.superscript')} pressed={state.superscript} onPress={() => chain().toggleSuperscript().run()}>
          x²
        </Tool>
        <Tool label={t('body.tools.subscript')} pressed={state.subscript} onPress={() => chain().toggleSubscript().run()}>
          x₂
        </Tool>
        <ToolGap />
        <Tool label={t('body.tools.link')} keys="Ctrl K" pressed={state.link} onPress={link} />
      </Toolbar.Root>
    </BubbleMenu>
  )
}

function stateOf(editor: Editor) {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    strike: editor.isActive('strike'),
    superscript: editor.isActive('superscript'),
    subscript: editor.isActive('subscript'),
    link: editor.isActive('link'),
  }
}
