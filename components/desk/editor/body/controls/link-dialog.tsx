'use client'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import type { LinkTarget } from '@/components/desk/editor/body/body-editor-props'
import { typedAddress } from '@/components/desk/editor/body/text/typed-address'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Field, TextInput } from '@/components/desk/ui/field'
import { useSearch } from '@/components/desk/ui/search'

interface Props {
  editor: Editor
  onClose(): void
  findLinks(text: string): Promise<LinkTarget[]>
}

/** Where selected words lead: an address, or an article found by its headline. */
export function LinkDialog({ editor, onClose, findLinks }: Props) {
  const t = useTexts()
  const id = useId()
  const before = String(editor.getAttributes('link').href ?? '')
  const [text, setText] = useState(before)
  const [active, setActive] = useState(0)
  const { found, state, find } = useSearch(findLinks)
  const address = typedAddress(text)
  const choices: LinkTarget[] = address ? [{ href: address, label: t('body.link.to', { address }) }] : [...found]

  const findUsual = useEffectEvent(() => {
    const { doc, selection } = editor.state
    if (before === '') find(doc.textBetween(selection.from, selection.to).slice(0, 40))
  })
  useEffect(() => findUsual(), [])

  const write = (next: string) => {
    setText(next)
    setActive(0)
    if (!typedAddress(next)) find(next)
  }
  const set = (choice: LinkTarget | undefined) => {
    if (!choice) return
    linkTo(editor, choice, choice.href === address)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') set(choices[active])
    else if (step && choices.length > 0) setActive((active + step + choices.length) % choices.length)
    else return
    event.preventDefault()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('body.link.title')}
      actions={
        <>
          <Button kind="primary" disabled={choices.length === 0} onClick={() => set(choices[active])}>
            {t('body.link.set')}
          </Button>
          {before !== '' && (
            <Button kind="quiet" onClick={remove}>
              {t('body.link.remove')}
            </Button>
          )}
        </>
      }
    >
      <Field label={t('body.link.field')}>
        {(ids) => (
          <TextInput
            {...ids}
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            value={text}
            placeholder={t('body.link.placeholder')}
            onChange={({ target }) => write(target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('body.link.results')}
        className="mt-3 max-h-64 overflow-y-auto border-t border-line"
      >
        {choices.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are pressed in the field, which keeps the focus
          <div
            key={choice.href}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className="flex min-h-9 cursor-pointer items-baseline gap-3 border-b border-line px-2 py-1.5 text-14 aria-selected:bg-hover pointer-coarse:min-h-11"
            onMouseEnter={() => setActive(at)}
            onClick={() => set(choice)}
          >
            <span className="flex-1 break-all">{choice.label}</span>
            {choice.hint && <span className="text-13 text-muted">{choice.hint}</span>}
          </div>
        ))}
      </div>
      <p role="status" className="mt-2 text-13 text-muted">
        {choices.length === 0 && state !== 'idle' && t(`body.link.${state === 'found' ? 'nothing' : state}`)}
      </p>
    </Dialog>
  )
}

/** Onto the words selected or the link the cursor is in; where there are none, the headline becomes the words. */
function linkTo(editor: Editor, { href, label }: LinkTarget, isAddress: boolean): void {
  const inLink = editor.isActive('link')
  if (inLink) editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
  else if (!editor.state.selection.empty) editor.chain().focus().setLink({ href }).run()
  else {
    const text = isAddress ? href.replace(/^https?:\/\/|^mailto:/, '') : label
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
      .run()
  }
}
