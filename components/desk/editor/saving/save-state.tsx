'use client'
import { useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useFaultText } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { AutosaveView } from './autosave-runner'

/** Whether what is written is safe, in a few calm words; told to screen readers when it changes for the worse and back: here alone, words of the lead picture too. */
export function SaveState({ view }: { view: AutosaveView }) {
  const t = useTexts()
  const faultText = useFaultText()
  const { phase, savedAt, isKept, trouble, errors } = view
  const lastKept = useLastKept(phase)
  const words = () => {
    switch (phase) {
      case 'clean':
        return savedAt ? (
          <>
            {t('editor.saved')} <When at={savedAt} />
          </>
        ) : null
      case 'dirty':
      case 'saving':
        return t('editor.saving')
      case 'retrying':
        return t(`editor.${trouble === 'network' ? 'offline' : 'server-away'}${isKept ? '' : '-unkept'}`)
      case 'refused':
        return `${t('editor.refused')} ${errors.map(faultText).join(' ')}`
      case 'signed-out':
        return t('editor.signed-out')
      case 'conflict':
        return t('editor.conflict.state')
      case 'taken-over':
        return t('editor.taken.state')
    }
  }
  const isTrouble = phase === 'retrying' || phase === 'refused' || phase === 'signed-out' || phase === 'conflict'
  return (
    <span className={isTrouble ? 'text-state-waiting' : ''}>
      <span aria-hidden={!isTrouble && phase !== 'clean'}>{words()}</span>
      <span aria-live="polite" className="sr-only">
        {isTrouble
          ? words()
          : lastKept === 'lead'
            ? t('editor.lead.kept')
            : phase === 'clean' && savedAt
              ? t('editor.saved')
              : ''}
      </span>
    </span>
  )
}

/** Which was kept last, the text or what is said of its picture: they are saved apart, and the page has one voice. */
function useLastKept(phase: AutosaveView['phase']): 'text' | 'lead' {
  const { state } = useEditor().lead
  const [seen, setSeen] = useState({ phase, state, last: 'text' as 'text' | 'lead' })
  if (seen.phase === phase && seen.state === state) return seen.last
  const last = state === 'kept' && seen.state !== 'kept' ? 'lead' : phase === seen.phase ? seen.last : 'text'
  setSeen({ phase, state, last })
  return last
}
