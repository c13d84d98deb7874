'use client'
import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useId, useImperativeHandle, useState } from 'react'
import { createPortal } from 'react-dom'
import type { SlashQuery } from '@/components/desk/editor/body/extensions/slash-menu'
import { useTexts } from '@/components/desk/texts'
import { classes, POPUP } from '@/components/desk/ui/classes'
import { type BlockKind, kindsFor, type Requests } from './block-kinds'
import { keyNames } from './key-names'

interface Props {
  editor: Editor
  slash: SlashQuery
  requests: Requests
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>
}

/** What a text can be given, chosen by typing: the cursor stays in the text. */
export function SlashList({ editor, slash, requests, keys }: Props) {
  const t = useTexts()
  const id = useId()
  const [active, setActive] = useState(0)
  const { query, range, element } = slash
  const kinds = kindsFor(query, ({ key }) => t(`body.blocks.${key}`))
  const index = Math.min(active, Math.max(0, kinds.length - 1))

  const choose = (kind: BlockKind) => {
    editor.chain().focus().deleteRange(range).run()
    kind.run(editor, requests)
  }
  useImperativeHandle(keys, () => (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const kind = kinds[index]
    if (event.isComposing || kind === undefined) return false
    if (step) setActive((index + step + kinds.length) % kinds.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(kind)
    else return false
    return true
  })
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${index}`)
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, index])

  return createPortal(
    <div id={id} role="listbox" aria-label={t('body.slash.label')} className={classes(POPUP, 'max-h-80 w-64 overflow-y-auto')}>
      {kinds.map((kind, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are pressed in the text, which keeps the focus
        <div
          key={kind.key}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 aria-selected:bg-hover pointer-coarse:min-h-11"
          onMouseEnter={() => setActive(at)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(kind)}
        >
          <span className="flex-1">{t(`body.blocks.${kind.key}`)}</span>
          {kind.keys && <span className="text-13 text-muted">{keyNames(kind.keys)}</span>}
        </div>
      ))}
      {kinds.length === 0 && <p className="px-3 py-1.5 text-muted">{t('body.slash.nothing')}</p>}
    </div>,
    element,
  )
}
