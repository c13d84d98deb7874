'use client'
import { useId } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Select, TextInput } from '@/components/desk/ui/field'
import { type ArticleFilter, LIST_STATES, readFilter } from '@/newsroom/desk/article-filter'
import { ARTICLE_TYPES } from '@/newsroom/desk/article-types'
import { LabelFilter } from './filter-choices'
import { asQuery, type FilterProps } from './filter-props'

const MORE = ['state', 'tag', 'source', 'type', 'from', 'to'] as const

/** What is narrowed by less often; open where any of it is. */
export function MoreFilters(props: FilterProps) {
  const { filter, onChange } = props
  const t = useTexts()
  const count = MORE.filter((field) => filter[field] !== undefined).length
  const set = (field: keyof ArticleFilter, value: string) => onChange(readFilter({ ...asQuery(filter), [field]: value }))
  const states = [
    { value: '', label: t('articles.filter.any-state') },
    ...LIST_STATES.map((state) => ({ value: state, label: t(`articles.state.${state}`) })),
  ]
  const types = [
    { value: '', label: t('articles.filter.any-type') },
    ...ARTICLE_TYPES.map((type) => ({ value: type, label: t(`common.type.${type}`) })),
  ]
  return (
    <details open={count > 0} className="mt-1">
      <summary className="w-fit cursor-pointer py-1.5 text-14 text-muted hover:text-ink pointer-coarse:min-h-11 pointer-coarse:py-3">
        {count > 0 ? t('articles.filter.more-count', { count }) : t('articles.filter.more')}
      </summary>
      <div className="grid grid-cols-2 items-center gap-2 pt-1 tablet:grid-cols-3 desktop:grid-cols-[repeat(4,minmax(0,1fr))_minmax(0,1.3fr)_minmax(0,1.3fr)]">
        <Select
          name="state"
          aria-label={t('articles.filter.state')}
          options={states}
          value={filter.state ?? ''}
          onChange={({ target }) => set('state', target.value)}
          className="h-10.5"
        />
        <Select
          name="type"
          aria-label={t('articles.filter.type')}
          options={types}
          value={filter.type ?? ''}
          onChange={({ target }) => set('type', target.value)}
          className="h-10.5"
        />
        <LabelFilter field="tag" {...props} />
        <LabelFilter field="source" {...props} />
        <Day field="from" filter={filter} onChange={set} />
        <Day field="to" filter={filter} onChange={set} />
      </div>
    </details>
  )
}

interface DayProps {
  field: 'from' | 'to'
  filter: ArticleFilter
  onChange(field: 'from' | 'to', value: string): void
}

function Day({ field, filter, onChange }: DayProps) {
  const t = useTexts()
  const id = useId()
  return (
    <span className="flex min-w-0 items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-14 text-muted">
        {t(`articles.filter.${field}`)}
      </label>
      <TextInput
        key={filter[field]}
        id={id}
        type="date"
        name={field}
        defaultValue={filter[field] ?? ''}
        // While a year is typed it is one of long ago: only a finished day is asked for.
        onBlur={({ target }) => target.value !== (filter[field] ?? '') && onChange(field, target.value)}
        className="h-10.5 min-w-0"
      />
    </span>
  )
}
