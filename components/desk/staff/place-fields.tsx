'use client'
import { useTexts } from '@/components/desk/texts'
import { Combobox } from '@/components/desk/ui/combobox'
import { Field, Select } from '@/components/desk/ui/field'
import { ROLES, type Role } from '@/newsroom/desk/staff'
import type { DeskChoice } from './staff-deeds'

export interface PlaceDraft {
  role: Role
  desks: { key: string; label: string }[]
}

interface PlaceFieldsProps {
  value: PlaceDraft
  onChange(value: PlaceDraft): void
  categories: readonly DeskChoice[]
}

export const placeOf = ({ role, desks }: PlaceDraft) => ({ role, categoryIds: desks.map(({ key }) => Number(key)) })

/** Role, with what it means, and the desks it holds for. */
export function PlaceFields({ value, onChange, categories }: PlaceFieldsProps) {
  const t = useTexts()
  const search = async (text: string) => {
    const typed = text.trim().toLowerCase()
    const fitting = categories.filter(({ name, initials }) => name.toLowerCase().includes(typed) || initials.startsWith(typed))
    return fitting.slice(0, 30).map(({ id, name }) => ({ key: String(id), label: name }))
  }
  return (
    <>
      <Field label={t('staff.role')} hint={t(`staff.roles.${value.role}`)}>
        {(ids) => (
          <Select
            {...ids}
            value={value.role}
            options={ROLES.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
            onChange={(event) => onChange({ ...value, role: event.target.value as Role })}
          />
        )}
      </Field>
      <Combobox
        label={t('staff.desk')}
        multiple
        value={value.desks}
        onChange={(desks) => onChange({ ...value, desks })}
        search={search}
        placeholder={t('staff.desk-placeholder')}
        hint={value.role === 'administrator' ? t('staff.whole-paper-always') : t('staff.desk-hint')}
      />
    </>
  )
}
