'use client'
import type { FormEvent } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button, ButtonLink } from '@/components/desk/ui/button'
import { Select } from '@/components/desk/ui/field'
import { filterAddress, LIST_SORTS, readFilter } from '@/newsroom/desk/article-filter'
import { AuthorFilter, LabelFilter } from './filter-choices'
import { asQuery, type FilterProps } from './filter-props'
import { MoreFilters } from './more-filters'

/** A plain form of the address: it works without a script; with one, each choice is shown at once. */
export function FilterBar({ filter, names, onChange }: FilterProps) {
  const t = useTexts()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onChange(readFilter(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))))
  }
  const sorts = LIST_SORTS.map((sort) => ({ value: sort, label: t(`articles.sort.${sort}`) }))
  return (
    <search>
      <form action="/admin/articles" aria-label={t('articles.filter.label')} onSubmit={submit} className="mb-4">
        {/* With several fields Enter sends a form only where it has a button. */}
        <button type="submit" hidden />
        {filter.mine && <input type="hidden" name="mine" value="1" />}
        {filter.waiting && <input type="hidden" name="waiting" value="1" />}
        <div className="grid grid-cols-2 gap-2 tablet:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]">
          <input
            // Another address is another search.
            key={filter.q}
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={100}
            aria-label={t('articles.filter.search')}
            placeholder={t('articles.filter.search')}
            autoComplete="off"
            className="col-span-2 h-10.5 rounded-sm border border-edge bg-sheet px-3 text-16 tablet:col-span-1"
          />
          <LabelFilter field="category" filter={filter} names={names} onChange={onChange} />
          <AuthorFilter filter={filter} names={names} onChange={onChange} />
          <Select
            name="sort"
            aria-label={t('articles.filter.sort')}
            options={sorts}
            value={filter.sort ?? 'touched'}
            onChange={({ target }) => onChange(readFilter({ ...asQuery(filter), sort: target.value }))}
            className="h-10.5"
          />
        </div>
        <div className="relative">
          <MoreFilters filter={filter} names={names} onChange={onChange} />
          {filterAddress(filter) !== '' && (
            <ButtonLink kind="quiet" href="/admin/articles" className="absolute top-0 right-0 text-muted">
              {t('articles.filter.clear')}
            </ButtonLink>
          )}
        </div>
        <noscript>
          <Button type="submit">{t('articles.filter.apply')}</Button>
        </noscript>
      </form>
    </search>
  )
}
