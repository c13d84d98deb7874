'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Combobox } from '@/components/desk/ui/combobox'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, Select, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { CategoryChoice, TokenDeeds } from './token-deeds'

interface NewTokenDialogProps {
  categories: readonly CategoryChoice[]
  make: TokenDeeds['make']
  onClose(): void
  onMade(token: string): void
}

export function NewTokenDialog({ categories, make, onClose, onMade }: NewTokenDialogProps) {
  const t = useTexts()
  const [name, setName] = useState('')
  const [wire, setWire] = useState('')
  const [allows, setAllows] = useState<'drafts' | 'publishes'>('drafts')
  const [chosen, setChosen] = useState<{ key: string; label: string }[]>([])
  const [until, setUntil] = useState('')
  const { run, busy, errors } = useAction(make)
  const search = async (text: string) => {
    const typed = text.trim().toLowerCase()
    const fitting = categories.filter((each) => each.name.toLowerCase().includes(typed) || each.initials.startsWith(typed))
    return fitting.slice(0, 30).map((each) => ({ key: String(each.id), label: each.name }))
  }
  const submit = async () => {
    const categoryIds = chosen.map(({ key }) => Number(key))
    const outcome = await run({ name, wire, publish: allows === 'publishes', categoryIds, until })
    if (outcome.ok) onMade(outcome.token)
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('tokens.make')}
      description={t('tokens.make-lead')}
      answer={t('tokens.make-submit')}
      busy={busy}
      onSubmit={submit}
    >
      <FaultList errors={errors} />
      <Field label={t('tokens.name')} hint={t('tokens.name-hint')}>
        {(ids) => <TextInput {...ids} value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('tokens.wire')} hint={t('tokens.wire-hint')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={wire}
            maxLength={40}
            required
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono text-13"
            onChange={(event) => setWire(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('tokens.allows')} hint={t(`tokens.${allows}-hint`)}>
        {(ids) => (
          <Select
            {...ids}
            value={allows}
            options={(['drafts', 'publishes'] as const).map((value) => ({ value, label: t(`tokens.${value}`) }))}
            onChange={(event) => setAllows(event.target.value as typeof allows)}
          />
        )}
      </Field>
      <Combobox
        label={t('tokens.categories')}
        multiple
        value={chosen}
        onChange={setChosen}
        search={search}
        placeholder={t('tokens.categories-placeholder')}
        hint={t('tokens.categories-hint')}
      />
      <Field label={t('tokens.until')} hint={t('tokens.until-hint')}>
        {(ids) => <TextInput {...ids} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}
