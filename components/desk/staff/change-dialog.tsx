'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import { PlaceFields, placeOf } from './place-fields'
import type { DeskChoice, StaffDeeds, StaffMember } from './staff-deeds'

interface ChangeDialogProps {
  member: StaffMember
  categories: readonly DeskChoice[]
  change: StaffDeeds['change']
  onClose(): void
}

export function ChangeDialog({ member, categories, change, onClose }: ChangeDialogProps) {
  const t = useTexts()
  const desks = member.desks.map(({ id, name }) => ({ key: String(id), label: name }))
  const [draft, setDraft] = useState({ role: member.role, desks })
  const { run, busy, errors } = useAction(change)
  const save = async () => {
    if (!(await run(member.id, placeOf(draft))).ok) return
    notify(t('staff.changed'))
    onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('staff.change-title', { name: member.name })}
      answer={t('common.save')}
      busy={busy}
      onSubmit={save}
    >
      <FaultList errors={errors} />
      <PlaceFields value={draft} onChange={setDraft} categories={categories} />
    </FormDialog>
  )
}
