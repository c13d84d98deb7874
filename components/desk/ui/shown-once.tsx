'use client'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from './button'
import { Dialog } from './dialog'
import { Field, TextInput } from './field'
import { notify } from './toast'

interface Props {
  value: string
  title: string
  lead: ReactNode
  /** what the button that copies says, and what is said when it has */
  copy: string
  copied: string
  onClose(): void
}

/** A link, a secret, a token: shown here and never again. */
export function ShownOnce({ value, title, lead, copy, copied, onClose }: Props) {
  const t = useTexts()
  const press = async () => {
    await navigator.clipboard.writeText(value)
    notify(copied)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={lead}
      actions={
        <>
          <Button kind="primary" onClick={press}>
            {copy}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <Field label={title}>
        {(ids) => (
          <TextInput {...ids} readOnly value={value} className="font-mono text-13" onFocus={(event) => event.target.select()} />
        )}
      </Field>
    </Dialog>
  )
}
