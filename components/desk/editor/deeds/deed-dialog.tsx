'use client'
import { useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextArea, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import { DEED_FORMS, type DeedField, type PlainDeed } from './deed-forms'

/** Says what a deed will do, asks for what it needs, and does it on the text as it is saved. */
export function DeedDialog({ deed, onClose }: { deed: PlainDeed; onClose(): void }) {
  const { article, actions, save, look } = useEditor()
  const t = useTexts()
  const { fields, danger, run } = DEED_FORMS[deed]
  const [values, setValues] = useState<Partial<Record<DeedField['name'], string>>>({})
  const [unsaved, setUnsaved] = useState(false)
  const doing = useAction(() => run(actions, article, values))
  const isReady = fields.every(({ name, required }) => !required || values[name]?.trim())

  const submit = async () => {
    setUnsaved(false)
    if (!(await save())) return setUnsaved(true)
    const { ok } = await doing.run()
    await look()
    if (!ok) return
    notify(t(`editor.deed.${deed}.done`))
    onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t(`editor.deed.${deed}.title`)}
      description={t(`editor.deed.${deed}.text`)}
      answer={t(`editor.deed.${deed}.label`)}
      danger={danger}
      busy={doing.busy}
      disabled={!isReady}
      onSubmit={submit}
    >
      {fields.map((field) => (
        <DeedInput
          key={field.name}
          deed={deed}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <FaultList errors={unsaved ? [{ code: 'unsaved' }] : doing.errors} />
    </FormDialog>
  )
}

interface DeedInputProps {
  deed: PlainDeed
  field: DeedField
  value: string
  onChange(value: string): void
}

function DeedInput({ deed, field: { name, required, multiline }, value, onChange }: DeedInputProps) {
  const t = useTexts()
  const label =
    deed === 'withdraw' || deed === 'restore' || deed === 'return'
      ? t(`editor.ask.${deed}-${name}` as 'editor.ask.return-reason')
      : t(`editor.ask.${name}` as 'editor.ask.note')
  return (
    <Field label={label} required={required}>
      {(ids) =>
        multiline ? (
          <TextArea {...ids} value={value} maxLength={2_000} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <TextInput {...ids} value={value} maxLength={100} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  )
}
