'use client'
import { useDeferredValue, useMemo } from 'react'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Field, TextArea, TextInput } from '@/components/desk/ui/field'
import { excerpt } from '@/newsroom/excerpt'
import { parseHtml } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'
import { Section } from './section'
import { SharePreview } from './share-preview'

const DESCRIPTION_LENGTH = 120

/** What search engines and share cards show, as it will look. */
export function SearchSection() {
  const { content, set, editable } = useEditor()
  const t = useTexts()
  const opening = useOpening(content.bodyHtml)
  const title = content.searchTitle || content.headline
  const description = content.searchDescription || content.standfirst || opening
  return (
    <Section name="search" title={t('editor.section.search')} summary={content.searchTitle}>
      <Field label={t('fields.searchTitle')} hint={t('fields.hint.searchTitle', { count: [...title].length })}>
        {(ids) => (
          <div id={fieldId('searchTitle')}>
            <TextInput
              {...ids}
              value={content.searchTitle}
              placeholder={content.headline}
              readOnly={!editable}
              maxLength={200}
              onChange={(event) => set({ searchTitle: event.target.value })}
            />
          </div>
        )}
      </Field>
      <Field label={t('fields.searchDescription')} hint={t('fields.hint.searchDescription', { count: [...description].length })}>
        {(ids) => (
          <div id={fieldId('searchDescription')}>
            <TextArea
              {...ids}
              value={content.searchDescription}
              placeholder={content.standfirst || opening}
              readOnly={!editable}
              maxLength={500}
              onChange={(event) => set({ searchDescription: event.target.value })}
            />
          </div>
        )}
      </Field>
      <SharePreview title={title} description={description} />
    </Section>
  )
}

/** How the text begins, as the article's own page describes itself where nothing else is said. */
function useOpening(bodyHtml: string): string {
  const html = useDeferredValue(bodyHtml)
  return useMemo(() => {
    return excerpt(plainText(parseHtml(html)), DESCRIPTION_LENGTH)
  }, [html])
}
