'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { TagInput } from '@/newsroom/desk/taxonomy'
import type { Merge } from './merge-dialog'
import { Line, NameAndAddress, NameForm } from './name-form'
import { type NameRow, NameTable } from './name-table'

interface Props {
  rows: readonly NameRow[]
  articlesOf: Record<number, string>
  merge: Merge
  save(id: number, input: TagInput): Promise<Outcome>
  removeUnused(ids: number[]): Promise<Outcome<{ count: number }>>
}

export function TagRegister({ save, ...table }: Props) {
  const t = useTexts()
  return (
    <NameTable
      {...table}
      kind="tag"
      hintLabel={t('taxonomy.tags.synonyms')}
      editor={(row, close) => <TagDialog row={row} save={save} onClose={close} />}
    />
  )
}

const SEPARATORS = /[、，,;；\s]+/

function TagDialog({ row, save, onClose }: { row: NameRow; save: Props['save']; onClose(): void }) {
  const t = useTexts()
  const { run, busy, errors } = useAction(save)
  const [name, setName] = useState(row.name)
  const [slug, setSlug] = useState(row.slug)
  const [synonyms, setSynonyms] = useState(row.hint ?? '')
  const submit = async () => {
    const outcome = await run(row.id, { name, slug, synonyms: synonyms.split(SEPARATORS).filter(Boolean) })
    if (outcome.ok) onClose()
  }
  return (
    <NameForm title={t('taxonomy.edit', { name: row.name })} busy={busy} errors={errors} onSubmit={submit} onClose={onClose}>
      <NameAndAddress kind="tag" id={row.id} errors={errors} name={name} slug={slug} onName={setName} onSlug={setSlug} />
      <Line
        label={t('taxonomy.tags.synonyms')}
        hint={t('taxonomy.tags.synonyms-hint')}
        field="synonyms"
        errors={errors}
        value={synonyms}
        onChange={setSynonyms}
      />
    </NameForm>
  )
}
