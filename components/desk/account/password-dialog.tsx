'use client'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
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
  const form = useId()
  const [password, setPassword] = useState('')
  const close = () => {
    setPassword('')
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onConfirm(password)
    setPassword('')
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={text ?? t('account.confirm-lead')}
      actions={
        <>
          <Button type="submit" form={form} kind={danger ? 'danger' : 'primary'} busy={busy}>
            {confirmLabel}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
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
      </form>
    </Dialog>
  )
}
