'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { Merge } from './merge-dialog'
import { Line, NameAndAddress, NameForm } from './name-form'
import { type NameRow, NameTable } from './name-table'

interface Props {
  rows: readonly NameRow[]
  articlesOf: Record<number, string>
  merge: Merge
  save(id: number, input: { name: string; slug: string; url: string }): Promise<Outcome>
}

export function SourceRegister({ save, ...table }: Props) {
  const t = useTexts()
  return (
    <NameTable
      {...table}
      kind="source"
      hintLabel={t('taxonomy.sources.url')}
      editor={(row, close) => <SourceDialog row={row} save={save} onClose={close} />}
    />
  )
}

function SourceDialog({ row, save, onClose }: { row: NameRow; save: Props['save']; onClose(): void }) {
  const t = useTexts()
  const { run, busy, errors } = useAction(save)
  const [name, setName] = useState(row.name)
  const [slug, setSlug] = useState(row.slug)
  const [url, setUrl] = useState(row.hint ?? '')
  const submit = async () => {
    if ((await run(row.id, { name, slug, url })).ok) onClose()
  }
  return (
    <NameForm title={t('taxonomy.edit', { name: row.name })} busy={busy} errors={errors} onSubmit={submit} onClose={onClose}>
      <NameAndAddress kind="source" id={row.id} errors={errors} name={name} slug={slug} onName={setName} onSlug={setSlug} />
      <Line label={t('taxonomy.sources.url')} type="url" field="url" errors={errors} value={url} onChange={setUrl} />
    </NameForm>
  )
}
