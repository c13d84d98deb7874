'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { useFaultText } from '@/components/desk/ui/faults'
import { Field, Select } from '@/components/desk/ui/field'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { CategoryInput } from '@/newsroom/desk/taxonomy'
import type { Category } from './category-tree'
import { NameAndAddress, NameForm } from './name-form'

interface Props {
  /** null: a new one */
  category: Category | null
  categories: readonly Category[]
  save(id: number | null, input: CategoryInput): Promise<Outcome<{ id: number }>>
  onClose(): void
}

export function CategoryDialog({ category, categories, save, onClose }: Props) {
  const t = useTexts()
  const faultText = useFaultText()
  const { run, busy, errors } = useAction(save)
  const [input, setInput] = useState<CategoryInput>({
    name: category?.name ?? '',
    slug: category?.slug ?? '',
    parentId: category?.parentId ?? null,
    reviewStages: category?.reviewStages ?? 3,
  })
  const set = (change: Partial<CategoryInput>) => setInput((before) => ({ ...before, ...change }))
  const submit = async () => {
    if ((await run(category?.id ?? null, input)).ok) onClose()
  }
  const parents = categories.filter(({ id }) => id !== category?.id)
  const loop = errors.find(({ field }) => field === 'parentId')
  return (
    <NameForm
      title={category ? t('taxonomy.edit', { name: category.name }) : t('taxonomy.categories.new')}
      busy={busy}
      errors={errors}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameAndAddress
        kind="category"
        id={category?.id ?? null}
        errors={errors}
        name={input.name}
        slug={input.slug}
        onName={(name) => set({ name })}
        onSlug={(slug) => set({ slug })}
      />
      <Field label={t('taxonomy.categories.parent')} {...(loop && { error: faultText(loop) })}>
        {(ids) => (
          <Select
            {...ids}
            value={input.parentId ?? ''}
            onChange={(event) => set({ parentId: Number(event.target.value) || null })}
            options={[
              { value: '', label: t('taxonomy.categories.top') },
              ...parents.map(({ id, name, depth }) => ({ value: String(id), label: `${'　'.repeat(depth)}${name}` })),
            ]}
          />
        )}
      </Field>
      <Field label={t('taxonomy.categories.stages')} hint={t('taxonomy.categories.stages-hint')}>
        {(ids) => (
          <Select
            {...ids}
            value={String(input.reviewStages)}
            onChange={(event) => set({ reviewStages: Number(event.target.value) })}
            options={(['0', '1', '2', '3'] as const).map((value) => ({ value, label: t(`taxonomy.stages.${value}`) }))}
          />
        )}
      </Field>
    </NameForm>
  )
}
