'use client'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useFaultText } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { Fault } from '@/newsroom/desk/outcome'
import type { AddressedKind } from '@/newsroom/desk/taxonomy'
import { useProposedAddress } from './use-proposed-address'

interface FormProps {
  title: string
  busy: boolean
  errors: readonly Fault[]
  onSubmit(): Promise<void>
  onClose(): void
  children: ReactNode
}

/** A form in a dialog; what concerns no field of it stands above. */
export function NameForm({ title, busy, errors, onSubmit, onClose, children }: FormProps) {
  const t = useTexts()
  const faultText = useFaultText()
  return (
    <FormDialog title={title} onClose={onClose} answer={t('common.save')} busy={busy} onSubmit={onSubmit}>
      {errors
        .filter(({ field }) => field === undefined)
        .map((fault) => (
          <p key={fault.code} role="alert" className="text-14 text-state-returned">
            {faultText(fault)}
          </p>
        ))}
      {children}
    </FormDialog>
  )
}

interface NameAndAddressProps {
  kind: AddressedKind
  /** null: it is a new one */
  id: number | null
  errors: readonly Fault[]
  name: string
  slug: string
  onName(name: string): void
  onSlug(slug: string): void
}

/** What something is called, and where its page stands: left empty, the server names the page after it. */
export function NameAndAddress({ kind, id, errors, name, slug, onName, onSlug }: NameAndAddressProps) {
  const t = useTexts()
  const proposed = useProposedAddress(kind, id, name, slug)
  return (
    <>
      <Line label={t('taxonomy.name')} field="name" errors={errors} value={name} onChange={onName} required />
      <Line
        label={t('taxonomy.address')}
        hint={proposed ? t('taxonomy.address-proposed', { address: `/${kind}/${proposed}` }) : t('taxonomy.address-hint')}
        field="slug"
        errors={errors}
        value={slug}
        placeholder={proposed}
        onChange={onSlug}
      />
    </>
  )
}

interface LineProps {
  label: string
  hint?: string
  field: string
  errors: readonly Fault[]
  value: string
  onChange(value: string): void
  required?: boolean
  placeholder?: string
  type?: 'text' | 'url'
}

/** One line of such a form, with what stands in its way. */
export function Line({ label, hint, field, errors, value, onChange, required, placeholder, type = 'text' }: LineProps) {
  const faultText = useFaultText()
  const error = errors
    .filter((fault) => fault.field === field)
    .map(faultText)
    .join(' ')
  return (
    <Field label={label} error={error} {...(hint && { hint })} {...(required && { required })}>
      {(ids) => (
        <TextInput
          {...ids}
          type={type}
          value={value}
          required={required}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
