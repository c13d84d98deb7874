'use client'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextArea } from '@/components/desk/ui/field'
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
  const form = useId()
  const [words, setWords] = useState('')
  const doing = useAction(run)
  const isReady = deed !== 'return' || words.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isReady && (await doing.run(words)).ok) onClose(true)
  }
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={t(`review.${deed}.title`, { stage })}
      description={t(`review.${deed}.text`)}
      actions={
        <>
          <Button type="submit" form={form} kind={deed === 'return' ? 'danger' : 'primary'} busy={doing.busy} disabled={!isReady}>
            {t(`review.${deed}.label`, { stage })}
          </Button>
          <Button kind="quiet" onClick={() => onClose(false)}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {deed !== 'publish' && (
          <Field label={t(deed === 'return' ? 'review.return.reason' : 'review.sign.note')} required={deed === 'return'}>
            {(ids) => <TextArea {...ids} value={words} maxLength={2_000} onChange={({ target }) => setWords(target.value)} />}
          </Field>
        )}
        <FaultList errors={doing.errors} />
      </form>
    </Dialog>
  )
}
