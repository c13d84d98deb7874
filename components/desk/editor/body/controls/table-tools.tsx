'use client'
import type { Editor } from '@tiptap/core'
import { useTexts } from '@/components/desk/texts'
import { Tool, ToolGap } from './tool'

/** Shown while the cursor is in a table. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useTexts()
  const chain = () => editor.chain().focus()
  return (
    <div className="flex flex-wrap items-center border-t border-line py-1">
      <Tool label={t('body.table.row-before')} onPress={() => chain().addRowBefore().run()} />
      <Tool label={t('body.table.row-after')} onPress={() => chain().addRowAfter().run()} />
      <Tool label={t('body.table.row-delete')} onPress={() => chain().deleteRow().run()} />
      <ToolGap />
      <Tool label={t('body.table.column-before')} onPress={() => chain().addColumnBefore().run()} />
      <Tool label={t('body.table.column-after')} onPress={() => chain().addColumnAfter().run()} />
      <Tool label={t('body.table.column-delete')} onPress={() => chain().deleteColumn().run()} />
      <ToolGap />
      <Tool label={t('body.table.head-row')} onPress={() => chain().toggleHeadRow().run()} />
      <Tool label={t('body.table.head-column')} onPress={() => chain().toggleHeaderColumn().run()} />
      <Tool label={t('body.table.merge')} onPress={() => chain().mergeOrSplit().run()} />
      <ToolGap />
      <Tool label={t('body.table.delete')} onPress={() => chain().deleteTable().run()} />
    </div>
  )
}
