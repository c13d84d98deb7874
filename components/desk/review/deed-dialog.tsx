'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextArea } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { Outcome } from '@/newsroom/desk/outcome'

interface Props {
  deed: 'sign' | 'return' | 'publish'
  /** what the stage awaited is called */
  stage: string
  /** with the words that were written */
  run(words: string): Promise<Outcome>
  onClose(done: boolean): void
}

/** Says what it means to sign, return or publish, and takes the words that go with it: a return needs them. */
export function DeedDialog({ deed, stage, run, onClose }: Props) {
  const t = useTexts()
  const [words, setWords] = useState('')
  const doing = useAction(run)
  const isReady = deed !== 'return' || words.trim() !== ''
  const submit = async () => {
    if ((await doing.run(words)).ok) onClose(true)
  }
  return (
    <FormDialog
      onClose={() => onClose(false)}
      title={t(`review.${deed}.title`, { stage })}
      description={t(`review.${deed}.text`)}
      answer={t(`review.${deed}.label`, { stage })}
      danger={deed === 'return'}
      busy={doing.busy}
      disabled={!isReady}
      onSubmit={submit}
    >
      {deed !== 'publish' && (
        <Field label={t(deed === 'return' ? 'review.return.reason' : 'review.sign.note')} required={deed === 'return'}>
          {(ids) => <TextArea {...ids} value={words} maxLength={2_000} onChange={({ target }) => setWords(target.value)} />}
        </Field>
      )}
      <FaultList errors={doing.errors} />
    </FormDialog>
  )
}
