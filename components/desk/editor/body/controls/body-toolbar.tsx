'use client'
import { Toolbar } from '@base-ui/react/toolbar'
import { type Editor, useEditorState } from '@tiptap/react'
import type { Ref } from 'react'
import { useTexts } from '@/components/desk/texts'
import { BLOCK_KINDS, type BlockKind, type Requests } from './block-kinds'
import { TableTools } from './table-tools'
import { Tool, ToolGap } from './tool'

interface Props {
  editor: Editor
  requests: Requests
  find(): void
  ref: Ref<HTMLDivElement>
}

/** Quiet, one tab stop: arrow keys go along, Escape back to the text. */
export function BodyToolbar({ editor, requests, find, ref }: Props) {
  const t = useTexts()
  const state = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) })
  const kind = (key: BlockKind['key']) => BLOCK_KINDS.find((one) => one.key === key)
  const block = (key: BlockKind['key'], pressed?: boolean, mark?: string) => (
    <Tool
      label={t(`body.blocks.${key}`)}
      keys={kind(key)?.keys}
      pressed={pressed}
      onPress={() => kind(key)?.run(editor, requests)}
    >
      {mark}
    </Tool>
  )
  return (
    <Toolbar.Root
      ref={ref}
      aria-label={t('body.toolbar')}
      className="body-toolbar"
      onKeyDown={(event) => event.key === 'Escape' && editor.view.focus()}
    >
      <div className="tool-row">
        {block('heading', state.heading)}
        {block('subheading', state.subheading)}
        <ToolGap />
        <Tool
          label={t('body.tools.bold')}
          keys="Ctrl B"
          pressed={state.bold}
          onPress={() => editor.chain().focus().toggleBold().run()}
        >
          <strong>B</strong>
        </Tool>
        <Tool
          label={t('body.tools.italic')}
          keys="Ctrl I"
          pressed={state.italic}
          onPress={() => editor.chain().focus().toggleItalic().run()}
        >
          <em className="font-serif">I</em>
        </Tool>
        <Tool label={t('body.tools.link')} keys="Ctrl K" pressed={state.link} onPress={requests.link} />
        <ToolGap />
        {block('quotation', state.quotation)}
        {block('pull-quote', state.pullQuote)}
        {block('bullets', state.bullets, '•')}
        {block('numbers', state.numbers, '1.')}
        <ToolGap />
        {block('picture')}
        {block('table')}
        {block('rule', undefined, '—')}
        <ToolGap />
        <Tool
          label={t('body.tools.undo')}
          keys="Ctrl Z"
          disabled={!state.undo}
          onPress={() => editor.chain().focus().undo().run()}
        >
          ↶
        </Tool>
        <Tool
          label={t('body.tools.redo')}
          keys="Ctrl Shift Z"
          disabled={!state.redo}
          onPress={() => editor.chain().focus().redo().run()}
        >
          ↷
        </Tool>
        <Tool label={t('body.tools.find')} keys="Ctrl F" onPress={find} />
      </div>
      {state.table && <TableTools editor={editor} />}
    </Toolbar.Root>
  )
}

function stateOf(editor: Editor) {
  return {
    heading: editor.isActive('heading', { level: 2 }),
    subheading: editor.isActive('heading', { level: 3 }),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    link: editor.isActive('link'),
    quotation: editor.isActive('blockquote'),
    pullQuote: editor.isActive('pullQuote'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    table: editor.isActive('table'),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }
}
