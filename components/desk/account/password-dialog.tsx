'use client'
import { type ReactNode, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { Fault } from '@/newsroom/desk/outcome'

interface PasswordDialogProps {
  open: boolean
  onClose(): void
  title: string
  /** what it will do */
  text?: string
  confirmLabel: string
  danger?: boolean
  busy: boolean
  errors: readonly Fault[]
  onConfirm(password: string): void
  children?: ReactNode
}

/** Asks for the password once more before something that matters. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { open, onClose, title, text, confirmLabel, danger, busy, errors, onConfirm, children } = props
  const t = useTexts()
  const [password, setPassword] = useState('')
  const close = () => {
    setPassword('')
    onClose()
  }
  const submit = () => {
    onConfirm(password)
    setPassword('')
  }
  return (
    <FormDialog
      open={open}
      onClose={close}
      title={title}
      description={text ?? t('account.confirm-lead')}
      answer={confirmLabel}
      danger={danger}
      busy={busy}
      onSubmit={submit}
    >
      <FaultList errors={errors} />
      {children}
      <Field label={t('account.current-password')}>
        {(ids) => (
          <TextInput
            {...ids}
            type="password"
            value={password}
            autoComplete="current-password"
            required
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
