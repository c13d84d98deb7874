'use client'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { TextArea } from '@/components/desk/ui/field'
import { useMentions } from './use-mentions'

interface CommentFormProps {
  label: string
  /** true: sent */
  onSend(text: string): Promise<boolean>
}

/** Words to colleagues; @ offers their names. */
export function CommentForm({ label, onSend }: CommentFormProps) {
  const t = useTexts()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const mentions = useMentions(field, text, setText)
  const { offered, active } = mentions

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!text.trim() || busy) return
    setBusy(true)
    if (await onSend(text)) setText('')
    setBusy(false)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.press(event)) return
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.stopPropagation()
    event.preventDefault()
    void submit()
  }
  return (
    <form onSubmit={submit} className="relative flex flex-col items-start gap-2">
      <TextArea
        ref={field}
        aria-label={label}
        placeholder={t('comments.placeholder')}
        value={text}
        rows={2}
        onChange={(event) => {
          setText(event.target.value)
          mentions.look(event.target)
        }}
        onKeyDown={press}
        onBlur={mentions.close}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? id : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        className="text-14"
      />
      {offered.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={t('comments.colleagues')}
          className="absolute top-full z-20 -mt-9 min-w-48 border border-line bg-raised py-1 text-14 shadow-raised"
        >
          {offered.map(({ key, label: name }, index) => (
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault()
                mentions.choose(name)
              }}
              className="px-3 py-1.5 aria-selected:bg-hover"
            >
              {name}
            </div>
          ))}
        </div>
      )}
      <Button type="submit" busy={busy} disabled={!text.trim()}>
        {t('comments.send')}
      </Button>
    </form>
  )
}
