'use client'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextArea, TextInput } from '@/components/desk/ui/field'
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
  const form = useId()
  const [name, setName] = useState(file?.name ?? '')
  const [text, setText] = useState(file?.text ?? '')
  const { run, busy, errors } = useAction(put)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await run({ name: name.trim().replace(/^\//, ''), text })).ok) return
    notify(t('settings.files.stored', { name }))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={file ? t('settings.files.edit-title', { name: file.name }) : t('settings.files.add')}
      description={t('settings.files.dialog-lead')}
      actions={
        <>
          <Button type="submit" form={form} kind="primary" busy={busy}>
            {t('common.save')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
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
      </form>
    </Dialog>
  )
}
