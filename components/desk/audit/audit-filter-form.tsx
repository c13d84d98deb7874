'use client'
import { useTexts } from '@/components/desk/texts'
import { Button, ButtonLink } from '@/components/desk/ui/button'
import { Field, Select, TextInput } from '@/components/desk/ui/field'
import type { AuditFilter } from '@/newsroom/desk/audit-filter'
import { actionName } from './audit-words'

interface FormProps {
  filter: AuditFilter
  people: readonly { id: string; name: string }[]
  actions: readonly string[]
}

const MACHINERY = ['system', 'import', 'operator'] as const

/** A plain form of the address: it works without a script, and what it shows can be bookmarked. */
export function AuditFilterForm({ filter, people, actions }: FormProps) {
  const t = useTexts()
  const filtered = Object.values(filter).some((value) => value !== null)
  const who = [
    { value: '', label: t('audit.filter.anyone') },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...MACHINERY.map((name) => ({ value: `name:${name}`, label: t(`audit.machinery.${name}`) })),
  ]
  const what = [
    { value: '', label: t('audit.filter.anything') },
    ...actions.map((action) => ({ value: action, label: actionName(t, action) })),
  ]
  return (
    <form
      action="/admin/audit"
      aria-label={t('audit.filter.label')}
      // Another address is another form: its fields start from what that address says.
      key={JSON.stringify(filter)}
      className="mb-6 grid grid-cols-2 items-end gap-4 desktop:grid-cols-[1fr_1fr_1.6fr_1fr_1fr_auto]"
    >
      <Field label={t('audit.filter.who')}>
        {(ids) => <Select {...ids} name="who" options={who} defaultValue={filter.who ?? ''} />}
      </Field>
      <Field label={t('audit.filter.action')}>
        {(ids) => <Select {...ids} name="action" options={what} defaultValue={filter.action ?? ''} />}
      </Field>
      <div className="col-span-2 desktop:col-span-1">
        <Field label={t('audit.filter.subject')}>
          {(ids) => (
            <TextInput
              {...ids}
              name="subject"
              type="search"
              placeholder={t('audit.filter.subject-hint')}
              defaultValue={filter.subject ?? ''}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <Field label={t('audit.filter.from')}>
        {(ids) => <TextInput {...ids} name="from" type="date" defaultValue={filter.from ?? ''} />}
      </Field>
      <Field label={t('audit.filter.until')}>
        {(ids) => <TextInput {...ids} name="until" type="date" defaultValue={filter.until ?? ''} />}
      </Field>
      <div className="col-span-2 flex gap-2 desktop:col-span-1">
        <Button type="submit" className="min-h-11">
          {t('audit.filter.apply')}
        </Button>
        {filtered && (
          <ButtonLink kind="quiet" href="/admin/audit" className="min-h-11">
            {t('audit.filter.clear')}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}
