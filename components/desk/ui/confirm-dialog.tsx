'use client'
import { type ReactNode, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Field, TextInput } from './field'
import { FormDialog } from './form-dialog'

interface ConfirmProps {
  open: boolean
  onClose(): void
  title: string
  /** what it will do, and whether it can be undone */
  text: ReactNode
  confirmLabel: string
  danger?: boolean
  /** what cannot be undone asks for this name first */
  typeToConfirm?: string
  /** closes when it is done; what it throws stays the caller's to show */
  onConfirm(): Promise<void> | void
  children?: ReactNode
}

export function ConfirmDialog(props: ConfirmProps) {
  const { open, onClose, title, text, confirmLabel, danger, typeToConfirm, onConfirm, children } = props
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const close = () => {
    setTyped('')
    onClose()
  }
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
    } finally {
      setBusy(false)
    }
    close()
  }
  return (
    <FormDialog
      open={open}
      onClose={close}
      title={title}
      description={text}
      answer={confirmLabel}
      danger={danger}
      busy={busy}
      disabled={typeToConfirm !== undefined && typed.trim() !== typeToConfirm}
      onSubmit={confirm}
    >
      {children}
      {typeToConfirm !== undefined && (
        <Field label={t('common.type-to-confirm', { name: typeToConfirm })}>
          {(ids) => <TextInput {...ids} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />}
        </Field>
      )}
    </FormDialog>
  )
}
