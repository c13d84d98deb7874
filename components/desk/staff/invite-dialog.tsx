'use client'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { type PlaceDraft, PlaceFields, placeOf } from './place-fields'
import type { DeskChoice, Handed, StaffDeeds } from './staff-deeds'

interface InviteDialogProps {
  onClose(): void
  categories: readonly DeskChoice[]
  invite: StaffDeeds['invite']
  onDone(handed: Handed): void
}

export function InviteDialog({ onClose, categories, invite, onDone }: InviteDialogProps) {
  const t = useTexts()
  const form = useId()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [draft, setDraft] = useState<PlaceDraft>({ role: 'reporter', desks: [] })
  const { run, busy, errors } = useAction(invite)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run({ name, email, ...placeOf(draft) })
    if (outcome.ok) onDone(outcome)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('staff.invite')}
      description={t('staff.invite-lead')}
      actions={
        <>
          <Button type="submit" form={form} kind="primary" busy={busy}>
            {t('staff.invite-submit')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <FaultList errors={errors} />
        <Field label={t('staff.name')}>
          {(ids) => <TextInput {...ids} value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t('staff.email')}>
          {(ids) => <TextInput {...ids} type="email" value={email} required onChange={(event) => setEmail(event.target.value)} />}
        </Field>
        <PlaceFields value={draft} onChange={setDraft} categories={categories} />
      </form>
    </Dialog>
  )
}
