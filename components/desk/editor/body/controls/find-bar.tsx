'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { passagesOf } from '@/components/desk/editor/body/extensions/passages'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'

/** Finds in the text and replaces; Enter goes on, Shift+Enter back, Escape closes. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  const { matches, current } = useEditorState({ editor, selector: ({ editor: now }) => passagesOf(now.state) })

  useEffect(() => {
    input.current?.focus()
    return () => {
      if (!editor.isDestroyed) editor.commands.search('')
    }
  }, [editor])

  const show = (index: number) => {
    setSaid('')
    editor.chain().showMatch(index).scrollIntoView().run()
  }
  const search = (text: string) => {
    setQuery(text)
    setSaid('')
    editor.commands.search(text)
    if (text !== '') show(0)
  }
  const replaceAll = () => {
    const count = matches.length
    editor.commands.replaceAllMatches(replacement)
    setSaid(t('body.find.replaced', { count }))
    // its button is pressed no more, and would lose the focus to nowhere
    input.current?.focus()
  }
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === input.current) show(current + (event.shiftKey ? -1 : 1))
    else return
    event.preventDefault()
  }
  const field = 'h-8 w-40 rounded-sm border border-edge bg-sheet px-2 text-14 pointer-coarse:h-11'
  return (
    <form
      className="find-bar"
      aria-label={t('body.find.label')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <input
        ref={input}
        className={field}
        aria-label={t('body.find.find')}
        placeholder={t('body.find.find')}
        value={query}
        onChange={({ target }) => search(target.value)}
      />
      <span role="status" className="text-13 text-muted">
        {said || (query !== '' && t('body.find.count', { current: current + 1, total: matches.length }))}
      </span>
      <Button kind="quiet" onClick={() => show(current - 1)}>
        {t('body.find.previous')}
      </Button>
      <Button kind="quiet" onClick={() => show(current + 1)}>
        {t('body.find.next')}
      </Button>
      {editor.isEditable && (
        <>
          <input
            className={field}
            aria-label={t('body.find.replace')}
            placeholder={t('body.find.replace')}
            value={replacement}
            onChange={({ target }) => setReplacement(target.value)}
          />
          <Button kind="quiet" disabled={matches.length === 0} onClick={() => editor.commands.replaceMatch(replacement)}>
            {t('body.find.one')}
          </Button>
          <Button kind="quiet" disabled={matches.length === 0} onClick={replaceAll}>
            {t('body.find.all')}
          </Button>
        </>
      )}
      <Button kind="quiet" onClick={close}>
        {t('common.close')}
      </Button>
    </form>
  )
}
