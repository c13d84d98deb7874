'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextArea, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { RootFile } from '@/newsroom/root-file'

interface Props {
  /** null: a new one */
  file: RootFile | null
  put(file: RootFile): Promise<Outcome>
  onClose(): void
}

export function RootFileDialog({ file, put, onClose }: Props) {
  const t = useTexts()
  const [name, setName] = useState(file?.name ?? '')
  const [text, setText] = useState(file?.text ?? '')
  const { run, busy, errors } = useAction(put)
  const submit = async () => {
    if (!(await run({ name: name.trim().replace(/^\//, ''), text })).ok) return
    notify(t('settings.files.stored', { name }))
    onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={file ? t('settings.files.edit-title', { name: file.name }) : t('settings.files.add')}
      description={t('settings.files.dialog-lead')}
      answer={t('common.save')}
      busy={busy}
      noValidate
      onSubmit={submit}
    >
      <FaultList errors={errors} />
      <Field label={t('settings.files.name')} hint={file ? undefined : t('settings.files.name-hint')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            readOnly={file !== null}
            className="font-mono"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('settings.files.text')}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={6}
            className="font-mono text-14"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
