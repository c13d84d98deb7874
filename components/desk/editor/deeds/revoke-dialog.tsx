'use client'
import { useRef, useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextArea } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import type { CorrectionLine } from '@/newsroom/desk/editor-article'

interface Props {
  correction: CorrectionLine
  onClose(): void
  /** what is looked at when it is done: the button that asked is gone */
  afterwards(): HTMLElement | null
}

/** Readers no longer see a correction; who took it back, and why, stays in the record. */
export function RevokeDialog({ correction, onClose, afterwards }: Props) {
  const { actions, look } = useEditor()
  const t = useTexts()
  const [reason, setReason] = useState('')
  const isDone = useRef(false)
  const { run, busy, errors } = useAction(() => actions.revokeCorrection(correction.id, reason))
  const submit = async () => {
    const { ok } = await run()
    await look()
    if (!ok) return
    isDone.current = true
    notify(t('editor.revoke.done'))
    onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('editor.revoke.title')}
      description={t('editor.revoke.text')}
      answer={t('editor.revoke.label')}
      danger
      busy={busy}
      disabled={reason.trim() === ''}
      returnTo={() => (isDone.current ? afterwards() : null)}
      onSubmit={submit}
    >
      <blockquote className="border-l-2 border-line pl-3 text-14 break-words text-muted">{correction.right}</blockquote>
      <Field label={t('editor.ask.revoke-reason')} required>
        {(ids) => <TextArea {...ids} value={reason} maxLength={2_000} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <FaultList errors={errors} />
    </FormDialog>
  )
}
