'use client'
import { suggest } from '@/components/desk/editor/panel/suggest'
import { useTexts } from '@/components/desk/texts'
import { Combobox } from '@/components/desk/ui/combobox'
import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import type { FilterProps } from './filter-props'

const KINDS = { category: 'categories', tag: 'tags', source: 'sources' } as const

/** A category, tag or source to narrow the list to. */
export function LabelFilter({ field, filter, names, onChange }: FilterProps & { field: keyof typeof KINDS }) {
  const t = useTexts()
  const id = filter[field]
  const { [field]: _, ...others } = filter
  const value = id === undefined ? [] : [{ key: String(id), label: names[field] ?? t('articles.filter.chosen', { id }) }]
  return (
    <div className="min-w-0">
      <Combobox
        key={id}
        hideLabel
        label={t(`articles.filter.${field}`)}
        placeholder={t(`articles.filter.${field}`)}
        value={value}
        search={(text) => suggest(KINDS[field], text)}
        onChange={([chosen]) => onChange(chosen ? { ...others, [field]: Number(chosen.key) } : others)}
      />
      {id !== undefined && <input type="hidden" name={field} value={id} />}
    </div>
  )
}

/** Somebody of the byline, or whoever of the staff began it. */
export function AuthorFilter({ filter, names, onChange }: FilterProps) {
  const t = useTexts()
  const { author, ...others } = filter
  const search = async (text: string) => {
    const [people, staff] = await Promise.all([suggest('people', text), suggest('staff', text)])
    return [
      ...people.slice(0, 10).map(({ key, label }) => ({ key: `p${key}`, label, hint: t('articles.filter.person') })),
      ...staff.slice(0, 10).map(({ key, label }) => ({ key: `s${key}`, label, hint: t('articles.filter.staff') })),
    ]
  }
  const value = author ? [{ key: author, label: names.author ?? t('articles.filter.chosen', { id: author.slice(1) }) }] : []
  return (
    <div className="min-w-0">
      <Combobox
        key={author}
        hideLabel
        label={t('articles.filter.author')}
        placeholder={t('articles.filter.author')}
        value={value}
        search={search}
        onChange={([chosen]: { key: string; label: string }[]) =>
          onChange(chosen ? ({ ...others, author: chosen.key } satisfies ArticleFilter) : others)
        }
      />
      {author && <input type="hidden" name="author" value={author} />}
    </div>
  )
}
