'use client'
import { useId } from 'react'
import { suggest } from '@/components/desk/editor/panel/suggest'
import { useTexts } from '@/components/desk/texts'
import { Combobox } from '@/components/desk/ui/combobox'
import { Field, TextArea, TextInput } from '@/components/desk/ui/field'
import type { BulkKind } from '@/newsroom/desk/bulk-kinds'
import type { BulkValues } from './bulk-values'

interface Props {
  kind: BulkKind
  values: BulkValues
  onChange(values: BulkValues): void
}

const tags = (text: string) => suggest('tags', text)
const categories = (text: string) => suggest('categories', text)

export function BulkFields({ kind, values, onChange }: Props) {
  const t = useTexts()
  const set = (change: Partial<BulkValues>) => onChange({ ...values, ...change })
  const { addTags, removeTags, category, own, reason, approver } = values
  if (kind === 'tags')
    return (
      <>
        <Combobox
          multiple
          label={t('articles.bulk.add-tags')}
          value={addTags}
          onChange={(chosen) => set({ addTags: chosen })}
          search={tags}
        />
        <Combobox
          multiple
          label={t('articles.bulk.remove-tags')}
          value={removeTags}
          onChange={(chosen) => set({ removeTags: chosen })}
          search={tags}
        />
      </>
    )
  if (kind === 'category')
    return (
      <>
        <Combobox
          label={t('articles.bulk.category')}
          value={category ? [category] : []}
          onChange={([chosen]) => set({ category: chosen ?? null })}
          search={categories}
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 text-14 font-medium">{t('articles.bulk.as')}</legend>
          <Way checked={own} onChoose={() => set({ own: true })}>
            {t('articles.bulk.own')}
          </Way>
          <Way checked={!own} onChoose={() => set({ own: false })}>
            {t('articles.bulk.also')}
          </Way>
        </fieldset>
      </>
    )
  if (kind === 'withdraw')
    return (
      <>
        <Field label={t('articles.bulk.reason')} required>
          {(ids) => <TextArea {...ids} value={reason} onChange={({ target }) => set({ reason: target.value })} />}
        </Field>
        <Field label={t('articles.bulk.approver')} required>
          {(ids) => <TextInput {...ids} value={approver} onChange={({ target }) => set({ approver: target.value })} />}
        </Field>
      </>
    )
  return null
}

function Way({ checked, onChoose, children }: { checked: boolean; onChoose(): void; children: string }) {
  const id = useId()
  return (
    <span className="flex items-center gap-2.5 text-14 pointer-coarse:min-h-11">
      <input id={id} type="radio" name="category-way" checked={checked} onChange={onChoose} className="size-4 accent-ink" />
      <label htmlFor={id}>{children}</label>
    </span>
  )
}
