'use client'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from './button'
import { Dialog } from './dialog'

interface FormDialogProps {
  /** left out: it is there */
  open?: boolean
  onClose(): void
  title: string
  description?: ReactNode
  /** what the button that answers says */
  answer: string
  danger?: boolean
  busy?: boolean
  /** what is asked for is not said yet */
  disabled?: boolean
  /** where the focus goes when it closes; null: where it was */
  returnTo?: (() => HTMLElement | null) | undefined
  /** what is wrong is said by the answer, not by the browser */
  noValidate?: boolean
  onSubmit(): Promise<void> | void
  children?: ReactNode
}

/** What is asked in a dialog: Enter or the button answers, the other button is the way back. */
export function FormDialog(props: FormDialogProps) {
  const {
    open = true,
    onClose,
    title,
    description,
    answer,
    danger,
    busy,
    disabled,
    noValidate,
    returnTo,
    onSubmit,
    children,
  } = props
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog that another opened stands inside it for React, though not on the page.
    event.stopPropagation()
    if (!busy && !disabled) void onSubmit()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      answerFirst={!danger}
      returnTo={returnTo}
      actions={
        <>
          <Button type="submit" form={id} kind={danger ? 'danger' : 'primary'} busy={busy} disabled={disabled}>
            {answer}
          </Button>
          <Cancel onCancel={onClose} />
        </>
      }
    >
      <form id={id} noValidate={noValidate} onSubmit={submit} className="flex flex-col gap-4">
        {children}
      </form>
    </Dialog>
  )
}

/** The way back out of a dialog. */
export function Cancel({ onCancel }: { onCancel(): void }) {
  const t = useTexts()
  return (
    <Button kind="quiet" onClick={onCancel}>
      {t('common.cancel')}
    </Button>
  )
}
