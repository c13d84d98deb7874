'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { NamedField } from './named-field'
import { Section } from './section'

/** 栏目 and 标签: where it will be found. */
export function FilingSection() {
  const { content, set, names, actions } = useEditor()
  const t = useTexts()
  const [own, ...more] = content.categoryIds
  const [category] = names.of('categories', own === undefined ? [] : [own])
  const file = (first: number | undefined, rest: readonly number[]) =>
    set({ categoryIds: [...new Set([...(first === undefined ? [] : [first]), ...rest])] })
  return (
    <Section name="filing" title={t('editor.section.filing')} summary={category?.name ?? t('editor.meta.no-category')}>
      <NamedField
        field="categoryIds"
        kind="categories"
        label={t('fields.categoryIds')}
        ids={own === undefined ? [] : [own]}
        onChange={([first]) => file(first, more)}
        placeholder={t('fields.placeholder.categoryIds')}
      />
      {own !== undefined && (
        <NamedField
          kind="categories"
          label={t('fields.moreCategories')}
          multiple
          ids={more}
          onChange={(rest) => file(own, rest)}
          placeholder={t('fields.placeholder.moreCategories')}
        />
      )}
      <NamedField
        field="tagIds"
        kind="tags"
        label={t('fields.tagIds')}
        multiple
        ids={content.tagIds}
        onChange={(tagIds) => set({ tagIds })}
        create={actions.createTag}
        placeholder={t('fields.placeholder.tagIds')}
      />
    </Section>
  )
}
