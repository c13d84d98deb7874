'use client'
import { type KeyboardEvent, useId } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'
import { FaultList } from '@/components/desk/ui/faults'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import type { LeadWord } from './use-lead-words'

const WORDS: readonly { name: LeadWord; most: number }[] = [
  { name: 'alt', most: 500 },
  { name: 'caption', most: 2_000 },
  { name: 'credit', most: 200 },
]

/** What is said of the lead, written beside it; that it was kept, the status bar tells screen readers (saving/save-state.tsx). */
export function LeadWords({ picture, id }: { picture: PickedMedia; id?: string }) {
  const { editable, member, lead } = useEditor()
  const t = useTexts()
  const isTheirs = mayAtDesk(member, 'manage-media') || picture.uploadedById === member.id
  if (!editable) return <Told {...lead.words} />
  return (
    <div id={id} className="mt-3 flex w-full flex-col gap-1">
      {WORDS.map(({ name, most }) => (
        <Word key={name} name={name} most={most} readOnly={!isTheirs} />
      ))}
      <p className="min-h-5 text-13 text-muted">
        {isTheirs
          ? lead.state === 'keeping' || lead.state === 'kept'
            ? t(`editor.lead.${lead.state}`)
            : null
          : t('editor.lead.not-yours')}
      </p>
      <FaultList errors={lead.errors} />
    </div>
  )
}

function Word({ name, most, readOnly }: { name: LeadWord; most: number; readOnly: boolean }) {
  const { lead } = useEditor()
  const t = useTexts()
  const id = useId()
  const isMissing = name === 'alt' && lead.words.alt.trim() === ''
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void lead.keep()
  }
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <label htmlFor={id} className="w-16 shrink-0 text-13 text-muted">
        {t(`media.detail.${name}`)}
      </label>
      <input
        id={id}
        value={lead.words[name]}
        maxLength={most}
        readOnly={readOnly}
        placeholder={readOnly ? undefined : t(`editor.lead.placeholder.${name}`)}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        onChange={(event) => lead.set(name, event.target.value)}
        onBlur={() => void lead.keep()}
        onKeyDown={pressed}
        className={classes(
          'min-h-8 min-w-40 flex-1 border-b bg-transparent text-14 pointer-coarse:min-h-11',
          isMissing ? 'border-state-waiting' : 'border-line',
        )}
      />
      {isMissing && (
        <span id={`${id}-missing`} className="text-13 text-state-waiting">
          {t('editor.lead.no-alt')}
        </span>
      )}
    </div>
  )
}

function Told({ alt, caption, credit }: Record<LeadWord, string>) {
  const t = useTexts()
  return (
    <p className="mt-2 text-13 text-muted">
      {[caption, credit].filter(Boolean).join('　')}
      {!alt && <span className="text-state-waiting"> {t('editor.lead.no-alt')}</span>}
    </p>
  )
}
