import { type Editor, Extension } from '@tiptap/core'
import { DOMParser, DOMSerializer, Node, type Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { cleanMarkup } from '@/components/desk/editor/body/clean-markup'
import { insertBlocks } from '@/components/desk/editor/body/text/insert-blocks'
import { bodyDocument } from '@/newsroom/body/body-document'
import type { DocumentNode } from '@/newsroom/body/document-node'
import { parseHtml, textOf } from '@/newsroom/html/html-tree'
import { type PastedPicture, pastedHtml, pastedText } from '@/newsroom/html/pasted-html'
import type { PictureSlots } from './picture-slots'

const PLACE = /^<figure data-picture="(\d+)">(.*)<\/figure>$/s
/** What ProseMirror writes when it copies: our own text, which needs no rules of other programs. */
const OWN = /data-pm-slice/
/** A clipboard's text of a picture: nothing, or its name. */
const FILE_NAME = /^\S*\.(?:png|jpe?g|gif|webp|avif|heic)$/i

/** Text of other programs comes in by the newsroom's rules, pictures by way of an upload. */
export const Clipboard = Extension.create<{ slots: PictureSlots }>({
  name: 'clipboard',
  addProseMirrorPlugins() {
    const { slots } = this.options
    const { editor } = this
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => (OWN.test(html) ? html : htmlOf(editor.schema, pastedBlocks(html, slots))),
          clipboardTextParser: (text, $context) => {
            const holder = document.createElement('div')
            holder.innerHTML = cleanMarkup(pastedText(text))
            return DOMParser.fromSchema(editor.schema).parseSlice(holder, { context: $context })
          },
          handlePaste: (_, { clipboardData }) => {
            const text = clipboardData?.getData('text/plain').trim() ?? ''
            return (text === '' || FILE_NAME.test(text)) && insertFiles(editor, slots, clipboardData)
          },
          handleDrop: (view, event, _, moved) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            return !moved && insertFiles(editor, slots, event.dataTransfer, at)
          },
        },
      }),
    ]
  },
})

/** Pictures among files take places in the text; false: there are none. */
function insertFiles(editor: Editor, slots: PictureSlots, from: DataTransfer | null, at?: number): boolean {
  const files = [...(from?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
  if (files.length === 0) return false
  insertBlocks(
    editor,
    files.map((file) => slots.upload(file)),
    at,
  )
  return true
}

function pastedBlocks(html: string, slots: PictureSlots): DocumentNode {
  const { html: clean, pictures } = pastedHtml(html)
  const content = (bodyDocument(clean).content ?? []).map((block) => {
    const [, index, caption = ''] = PLACE.exec(String(block.attrs?.html ?? '')) ?? []
    return index === undefined ? block : placeOf(pictures[Number(index)], textOf(parseHtml(caption)), slots)
  })
  return { type: 'doc', content }
}

function placeOf(picture: PastedPicture | undefined, caption: string, slots: PictureSlots): DocumentNode {
  const file = picture?.src.startsWith('data:image/') ? fileOf(picture) : null
  return file ? slots.upload(file, caption) : slots.missing(caption)
}

/** A picture written into the text itself. */
function fileOf({ src, alt }: PastedPicture): File | null {
  const [, type = '', data = ''] = /^data:(image\/[\w.+-]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(src) ?? []
  if (data === '') return null
  const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (character) => character.charCodeAt(0))
  return new File([bytes], `${alt || 'picture'}.${type.split('/')[1]?.replace('jpeg', 'jpg')}`, { type })
}

function htmlOf(schema: Schema, json: DocumentNode): string {
  const holder = document.createElement('div')
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(Node.fromJSON(schema, json).content))
  return holder.innerHTML
}
