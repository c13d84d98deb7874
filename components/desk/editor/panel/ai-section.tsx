'use client'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Field, Select } from '@/components/desk/ui/field'
import type { DraftContent } from '@/newsroom/desk/draft'
import { Section } from './section'

const KINDS: readonly DraftContent['aiAssistance'][] = ['none', 'assisted', 'generated']

/** What readers are told of artificial intelligence (人工智能生成合成内容标识办法). */
export function AiSection() {
  const { content, set, editable } = useEditor()
  const t = useTexts()
  return (
    <Section name="ai" title={t('editor.section.ai')} summary={t(`fields.ai.${content.aiAssistance}`)}>
      <Field label={t('fields.aiAssistance')} hint={t(`fields.ai-hint.${content.aiAssistance}`)}>
        {(ids) => (
          <div id={fieldId('aiAssistance')}>
            <Select
              {...ids}
              value={content.aiAssistance}
              disabled={!editable}
              options={KINDS.map((value) => ({ value, label: t(`fields.ai.${value}`) }))}
              onChange={(event) => set({ aiAssistance: KINDS.find((kind) => kind === event.target.value) ?? 'none' })}
            />
          </div>
        )}
      </Field>
    </Section>
  )
}
