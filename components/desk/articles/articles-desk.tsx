'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'
import { Fault } from '@/components/desk/ui/empty'
import { onDemand } from '@/components/desk/ui/on-demand'
import { type ArticleFilter, filterAddress } from '@/newsroom/desk/article-filter'
import type { DeskList, FilterNames } from '@/newsroom/desk/article-list'
import type { BulkKind } from '@/newsroom/desk/bulk-kinds'
import type { Role } from '@/newsroom/desk/staff'
import { ArticleTable } from './article-table'
import type { BulkAction } from './bulk-run'
import { EmptyList } from './empty-list'
import { FilterBar } from './filter-bar'
import { ListPages } from './list-pages'
import { SelectionBar } from './selection-bar'
import { useListKeys } from './use-list-keys'
import { useSelection } from './use-selection'
import { ViewBar } from './view-bar'

const BulkDialog = onDemand(async () => (await import('./bulk-dialog')).BulkDialog)

interface Props {
  filter: ArticleFilter
  names: FilterNames
  /** null: it took too long to find */
  list: DeskList | null
  role: Role
  bulk: BulkAction
}

/** The table of articles: which of them, where each stands, and what is done to several at once. */
export function ArticlesDesk({ filter, names, list, role, bulk }: Props) {
  const t = useTexts()
  const router = useRouter()
  const [isFetching, startFetching] = useTransition()
  const selection = useSelection(list?.items ?? NONE)
  const [deed, setDeed] = useState<BulkKind | null>(null)
  useListKeys(selection)

  const go = (next: ArticleFilter) => startFetching(() => router.push(`/admin/articles${filterAddress(next)}`))
  const finish = (hasChanged: boolean) => {
    setDeed(null)
    if (!hasChanged) return
    selection.clear()
    router.refresh()
  }
  return (
    <>
      <ViewBar filter={filter} />
      <FilterBar filter={filter} names={names} onChange={go} />
      <div aria-busy={isFetching} className={classes('transition-opacity', isFetching && 'opacity-50')}>
        {list === null && <Fault text={t('articles.slow')} />}
        {list?.items.length === 0 && list.older === null && <EmptyList filter={filter} />}
        {list !== null && list.items.length > 0 && <ArticleTable items={list.items} filter={filter} selection={selection} />}
        {list && <ListPages list={list} filter={filter} />}
      </div>
      {selection.chosen.length > 0 && <SelectionBar selection={selection} role={role} onChoose={setDeed} />}
      {deed && <BulkDialog kind={deed} articles={selection.chosen} bulk={bulk} onClose={finish} />}
    </>
  )
}

const NONE: DeskList['items'] = []
