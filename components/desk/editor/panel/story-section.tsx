'use client'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Field, Select, TextInput } from '@/components/desk/ui/field'
import type { ArticleType } from '@/newsroom/article'
import { BylineFields } from './byline-fields'
import { NamedField } from './named-field'
import { Section } from './section'

const TYPES: readonly ArticleType[] = ['original', 'reprint', 'translation', 'wire', 'contributed']
/** Somebody else wrote it first: whose it was belongs to it. */
const FROM_ELSEWHERE: ReadonlySet<ArticleType> = new Set(['reprint', 'translation', 'wire'])

/** 稿签: what kind of text it is, where it is from, who made it. */
export function StorySection() {
  const { content, set, editable, actions } = useEditor()
  const t = useTexts()
  return (
    <Section name="story" title={t('editor.section.story')} summary={t(`common.type.${content.type}`)}>
      <Field label={t('fields.type')}>
        {(ids) => (
          <Select
            {...ids}
            value={content.type}
            disabled={!editable}
            options={TYPES.map((value) => ({ value, label: t(`common.type.${value}`) }))}
            onChange={(event) => set({ type: TYPES.find((type) => type === event.target.value) ?? 'original' })}
          />
        )}
      </Field>
      <NamedField
        field="sourceId"
        kind="sources"
        label={t('fields.sourceId')}
        ids={content.sourceId === null ? [] : [content.sourceId]}
        onChange={([sourceId]) => set({ sourceId: sourceId ?? null })}
        placeholder={t('fields.placeholder.sourceId')}
        create={actions.createSource}
      />
      {FROM_ELSEWHERE.has(content.type) && <OriginFields />}
      <BylineFields />
    </Section>
  )
}

function OriginFields() {
  const { content, set, editable } = useEditor()
  const t = useTexts()
  const fields = ['originalHeadline', 'originalAuthor', 'sourceUrl'] as const
  return fields.map((field) => (
    <Field key={field} label={t(`fields.${field}`)} required={content.type === 'reprint'}>
      {(ids) => (
        <div id={fieldId(field)}>
          <TextInput
            {...ids}
            type={field === 'sourceUrl' ? 'url' : 'text'}
            value={content[field]}
            readOnly={!editable}
            maxLength={field === 'sourceUrl' ? 2_000 : 200}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        </div>
      )}
    </Field>
  ))
}
