'use client'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { bodyDocument } from '@/newsroom/body/body-document'
import { readingMinutes } from '@/newsroom/character-count'
import './body-editor.css'
import type { BodyEditorProps } from './body-editor-props'
import { cleanMarkup } from './clean-markup'
import type { Requests } from './controls/block-kinds'
import { BodyToolbar } from './controls/body-toolbar'
import { FindBar } from './controls/find-bar'
import { LinkDialog } from './controls/link-dialog'
import { SelectionBubble } from './controls/selection-bubble'
import { SlashList } from './controls/slash-list'
import { bodyExtensions } from './extensions/body-extensions'
import { PictureSlots } from './extensions/picture-slots'
import type { SlashQuery } from './extensions/slash-menu'
import { bodyOf } from './text/body-output'
import { figureContent } from './text/figure-content'
import { insertBlocks } from './text/insert-blocks'
import { whenComposed } from './text/when-composed'
import { useHandle } from './use-handle'

/** An article's text, written as it will be read. Opening and saving it changes nothing that was not edited. */
export function BodyEditor(props: BodyEditorProps) {
  const { value, editable, placeholder, findLinks, handle } = props
  const t = useTexts()
  const latest = useRef(props)
  latest.current = props
  const toolbar = useRef<HTMLDivElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const slashKeys = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const [slash, setSlash] = useState<SlashQuery | null>(null)
  const [open, setOpen] = useState<'link' | 'find' | null>(null)
  const [slots] = useState(() => new PictureSlots(() => latest.current.pictures))
  const [given] = useState(() => ({ html: value, editable, document: bodyDocument(value) }))
  const told = useRef(value)

  const extensions = useMemo(
    () =>
      bodyExtensions({
        t,
        placeholder,
        slots,
        pick: () => latest.current.pictures.pick(),
        keys: {
          link: () => setOpen('link'),
          find: () => setOpen('find'),
          toToolbar: () => toolbar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(),
        },
        slash: { show: setSlash, onKey: (event) => slashKeys.current?.(event) ?? false },
      }),
    [t, placeholder, slots],
  )
  const editor = useEditor({
    extensions,
    content: given.document,
    editable: given.editable,
    injectCSS: false,
    immediatelyRender: false,
    editorProps: {
      attributes: {
        class: 'body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('body.label'),
        'aria-description': t('body.toolbar-hint'),
        spellcheck: 'false',
      },
    },
    onUpdate: ({ editor: now }) => tell(bodyOf(now.state.doc)),
  })

  const count = useCallback((characters: number) => {
    latest.current.onCount?.({ characters, minutes: readingMinutes(characters) })
  }, [])
  const tell = ({ html, characters }: { html: string; characters: number }) => {
    if (html === told.current) return
    told.current = html
    latest.current.onChange(html)
    count(characters)
  }
  const replaced = useCallback(() => {
    if (!editor) return
    const { html, characters } = bodyOf(editor.state.doc)
    told.current = html
    count(characters)
  }, [editor, count])
  useHandle(handle, editor, given.html, replaced)

  useEffect(() => {
    slots.editor = editor
    if (editor) count(bodyOf(editor.state.doc).characters)
  }, [editor, slots, count])
  useEffect(() => {
    if (editor && editor.isEditable !== editable) whenComposed(editor, () => setEditable(editor, editable))
  }, [editor, editable])

  const requests: Requests = {
    upload: () => chooser.current?.click(),
    pick: async () => {
      const picture = await latest.current.pictures.pick()
      if (picture && editor) insertBlocks(editor, [figureContent(picture, editor.state.selection.from)])
    },
    link: () => setOpen('link'),
  }
  const close = () => setOpen(null)
  return (
    <div className="desk-body">
      {editor && editable && <BodyToolbar ref={toolbar} editor={editor} requests={requests} find={() => setOpen('find')} />}
      {editor && open === 'find' && <FindBar editor={editor} onClose={close} />}
      {editor ? <EditorContent editor={editor} /> : <Waiting html={given.html} editable={editable} />}
      {editor && editable && <SelectionBubble editor={editor} link={requests.link} />}
      {editor && slash && <SlashList editor={editor} slash={slash} requests={requests} keys={slashKeys} />}
      {editor && open === 'link' && <LinkDialog editor={editor} findLinks={findLinks} onClose={close} />}
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])]
          target.value = ''
          if (editor && chosen.length > 0)
            insertBlocks(
              editor,
              chosen.map((file) => slots.upload(file)),
            )
        }}
      />
    </div>
  )
}

/** The text at its place before the editor is there: nothing jumps when it comes. */
function Waiting({ html, editable }: { html: string; editable: boolean }) {
  const markup = useMemo(() => cleanMarkup(html), [html])
  return (
    <div inert>
      {editable && <div className="body-toolbar h-10.5 pointer-coarse:h-13.5" />}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the allow-list */}
      <div className="body" dangerouslySetInnerHTML={{ __html: markup }} />
    </div>
  )
}

function setEditable(editor: Editor, editable: boolean): void {
  editor.setEditable(editable, false)
  // views of blocks look again at what may be done
  editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
}
