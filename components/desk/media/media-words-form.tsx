'use client'
import { useTexts } from '@/components/desk/texts'
import { Checkbox, Field, TextArea, TextInput } from '@/components/desk/ui/field'
import type { MediaWords } from '@/newsroom/desk/media-library'

interface MediaWordsFormProps {
  words: MediaWords
  editable: boolean
  onChange(words: MediaWords): void
}

export function MediaWordsForm({ words, editable, onChange }: MediaWordsFormProps) {
  const t = useTexts()
  const told = (key: 'alt' | 'caption' | 'credit' | 'rights') => ({
    value: words[key],
    readOnly: !editable,
    onChange: (event: { target: { value: string } }) => onChange({ ...words, [key]: event.target.value }),
  })
  return (
    <>
      <Field label={t('media.detail.alt')} hint={t('media.detail.alt-hint')}>
        {(ids) => <TextArea {...ids} {...told('alt')} rows={2} maxLength={500} />}
      </Field>
      <Field label={t('media.detail.caption')}>
        {(ids) => <TextArea {...ids} {...told('caption')} rows={2} maxLength={2_000} />}
      </Field>
      <Field label={t('media.detail.credit')} hint={t('media.detail.credit-hint')}>
        {(ids) => <TextInput {...ids} {...told('credit')} maxLength={200} />}
      </Field>
      <Field label={t('media.detail.rights')} hint={t('media.detail.rights-hint')}>
        {(ids) => <TextInput {...ids} {...told('rights')} maxLength={500} />}
      </Field>
      <Checkbox
        label={t('media.detail.ai')}
        hint={t('media.detail.ai-hint')}
        checked={words.aiGenerated}
        disabled={!editable}
        onChange={(event) => onChange({ ...words, aiGenerated: event.target.checked })}
      />
    </>
  )
}
