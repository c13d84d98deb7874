'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
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
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [draft, setDraft] = useState<PlaceDraft>({ role: 'reporter', desks: [] })
  const { run, busy, errors } = useAction(invite)
  const submit = async () => {
    const outcome = await run({ name, email, ...placeOf(draft) })
    if (outcome.ok) onDone(outcome)
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('staff.invite')}
      description={t('staff.invite-lead')}
      answer={t('staff.invite-submit')}
      busy={busy}
      onSubmit={submit}
    >
      <FaultList errors={errors} />
      <Field label={t('staff.name')}>
        {(ids) => <TextInput {...ids} value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('staff.email')}>
        {(ids) => <TextInput {...ids} type="email" value={email} required onChange={(event) => setEmail(event.target.value)} />}
      </Field>
      <PlaceFields value={draft} onChange={setDraft} categories={categories} />
    </FormDialog>
  )
}
