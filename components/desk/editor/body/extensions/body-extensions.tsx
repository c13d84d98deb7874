import { Placeholder } from '@tiptap/extensions'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { bodySchema } from '@/components/desk/editor/body/schema/body-schema'
import { FigureView } from '@/components/desk/editor/body/views/figure-view'
import { KeptView } from '@/components/desk/editor/body/views/kept-view'
import { SlotView } from '@/components/desk/editor/body/views/slot-view'
import { TableView } from '@/components/desk/editor/body/views/table-view'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { Clipboard } from './clipboard'
import { EditorKeys } from './editor-keys'
import { NoIndent } from './no-indent'
import { Passages } from './passages'
import type { PictureSlots } from './picture-slots'
import { SlashMenu } from './slash-menu'

interface Around {
  t: DeskTexts
  placeholder: string
  slots: PictureSlots
  pick(): Promise<PickedMedia | null>
  keys: { link(): void; find(): void; toToolbar(): void }
  slash: Parameters<typeof SlashMenu.configure>[0]
}

/** The schema with the editor's views and all that makes writing easy. */
export function bodyExtensions({ t, placeholder, slots, pick, keys, slash }: Around) {
  const hints: Record<string, string> = {
    figureCaption: t('body.picture.caption'),
    figureCredit: t('body.picture.credit'),
  }
  return [
    ...bodySchema.text,
    bodySchema.figure.extend({
      addNodeView: () => ReactNodeViewRenderer((props) => <FigureView {...props} pick={pick} />, { stopEvent: fromField }),
    }),
    bodySchema.pictureSlot.extend({
      addNodeView: () => ReactNodeViewRenderer((props) => <SlotView {...props} slots={slots} />, { stopEvent: fromField }),
    }),
    bodySchema.keptBlock.extend({ addNodeView: () => ReactNodeViewRenderer(KeptView, { stopEvent: fromField }) }),
    bodySchema.table.extend({
      addNodeView:
        () =>
        ({ node, editor, getPos }) =>
          new TableView(node, editor, getPos, t('body.table.caption')),
    }),
    Placeholder.configure({
      includeChildren: true,
      showOnlyCurrent: false,
      placeholder: ({ editor, node }) => hints[node.type.name] ?? (editor.isEmpty ? placeholder : ''),
    }),
    Clipboard.configure({ slots }),
    NoIndent,
    Passages,
    EditorKeys.configure(keys),
    SlashMenu.configure(slash),
  ]
}

/** Fields and buttons of a block are not the text's: their keys and presses stay with them. */
const fromField = ({ event }: { event: Event }) =>
  event.target instanceof HTMLElement && event.target.closest('input, button') !== null
