'use client'
import { useTexts } from '@/components/desk/texts'
import { Table, Th } from '@/components/desk/ui/data-table'
import { Kbd } from '@/components/desk/ui/kbd'
import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import { ArticleRow } from './article-row'
import type { RowSelection } from './use-selection'

/** The time beside the last change: the one the list is sorted by, else when it was published. */
export type TimeColumn = 'published' | 'waiting' | 'planned'

const columnOf = ({ sort }: ArticleFilter): TimeColumn => (sort === 'waiting' || sort === 'planned' ? sort : 'published')

interface Props {
  items: readonly DeskArticleRow[]
  filter: ArticleFilter
  selection: RowSelection
}

export function ArticleTable({ items, filter, selection }: Props) {
  const t = useTexts()
  const column = columnOf(filter)
  const some = selection.chosen.length > 0
  const all = selection.hasAll
  return (
    <>
      <Table label={t('articles.list')} className="desktop:table-fixed">
        <thead className="max-desktop:hidden">
          <tr>
            <Th className="w-9 pr-0">
              <input
                type="checkbox"
                aria-label={t('articles.select.all')}
                checked={all}
                ref={(box) => {
                  if (box) box.indeterminate = some && !all
                }}
                onChange={selection.toggleAll}
                className="size-4 align-middle accent-ink"
              />
            </Th>
            <Th className="w-38">{t('articles.column.state')}</Th>
            <Th>{t('articles.column.headline')}</Th>
            <Th className="w-28">{t('articles.column.category')}</Th>
            <Th className="w-28 max-[85rem]:hidden">{t('articles.column.source')}</Th>
            <Th className="w-28 max-[85rem]:hidden">{t('articles.column.author')}</Th>
            <Th className="w-26">{t('articles.column.touched')}</Th>
            <Th className="w-26">{t(`articles.column.${column}`)}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((article) => (
            <ArticleRow key={article.id} article={article} column={column} filter={filter} selection={selection} />
          ))}
        </tbody>
      </Table>
      <p className="hidden gap-x-5 pt-3 text-13 text-muted desktop:flex pointer-coarse:hidden">
        <span>{t('articles.keys.label')}</span>
        <span>
          <Kbd>j</Kbd> <Kbd>k</Kbd> {t('articles.keys.move')}
        </span>
        <span>
          <Kbd>x</Kbd> {t('articles.keys.select')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {t('articles.keys.open')}
        </span>
        <span>
          <Kbd>/</Kbd> {t('articles.keys.search')}
        </span>
      </p>
    </>
  )
}
