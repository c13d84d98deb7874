'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { Fault } from '@/newsroom/desk/outcome'

interface TakeOverDialogProps {
  name: string
  onClose(): void
  /** empty: done */
  onTakeOver(message: string): Promise<readonly Fault[]>
}

/** 接手编辑: what the other wrote is kept, and they are told a word. */
export function TakeOverDialog({ name, onClose, onTakeOver }: TakeOverDialogProps) {
  const t = useTexts()
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<readonly Fault[]>([])
  const submit = async () => {
    setBusy(true)
    const faults = await onTakeOver(message.trim())
    setBusy(false)
    setErrors(faults)
    if (faults.length === 0) onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('editor.take-over.title', { name })}
      description={t('editor.take-over.text', { name })}
      answer={t('editor.take-over.label')}
      busy={busy}
      onSubmit={submit}
    >
      <Field label={t('editor.take-over.message', { name })}>
        {(ids) => (
          <TextInput
            {...ids}
            value={message}
            maxLength={200}
            placeholder={t('editor.take-over.example')}
            onChange={(event) => setMessage(event.target.value)}
          />
        )}
      </Field>
      <FaultList errors={errors} />
    </FormDialog>
  )
}
