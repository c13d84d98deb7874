'use client'
import { useId } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Select, TextInput } from '@/components/desk/ui/field'
import { MEDIA_FILTERS, type MediaFilter, readMediaFilter } from '@/newsroom/desk/media-library'

interface MediaSearchProps {
  text: string
  filter: MediaFilter
  onText(text: string): void
  onFilter(filter: MediaFilter): void
}

export function MediaSearch({ text, filter, onText, onFilter }: MediaSearchProps) {
  const t = useTexts()
  const id = useId()
  return (
    <search className="flex flex-wrap items-end gap-3">
      <div className="min-w-56 flex-1">
        <label htmlFor={`${id}-text`} className="sr-only">
          {t('media.search')}
        </label>
        <TextInput
          id={`${id}-text`}
          type="search"
          value={text}
          placeholder={t('media.search')}
          autoComplete="off"
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <div className="w-44">
        <label htmlFor={`${id}-filter`} className="sr-only">
          {t('media.filter.label')}
        </label>
        <Select
          id={`${id}-filter`}
          value={filter}
          options={MEDIA_FILTERS.map((value) => ({ value, label: t(`media.filter.${value}`) }))}
          onChange={(event) => onFilter(readMediaFilter(event.target.value))}
        />
      </div>
    </search>
  )
}
