'use client'
import Link from 'next/link'
import { useTexts } from '@/components/desk/texts'
import { Td, Tr } from '@/components/desk/ui/data-table'
import { StateChip } from '@/components/desk/ui/state-chip'
import { When } from '@/components/desk/ui/when'
import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import { stageOf } from '@/newsroom/desk/review'
import { ArticleMarks } from './article-marks'
import type { TimeColumn } from './article-table'
import { ROW } from './use-list-keys'
import type { RowSelection } from './use-selection'

interface Props {
  article: DeskArticleRow
  column: TimeColumn
  filter: ArticleFilter
  selection: RowSelection
}

/** One line on a desk, two on a phone. */
export function ArticleRow({ article, column, filter, selection }: Props) {
  const t = useTexts()
  const { id, kicker, workflow, publication, category, source, touchedAt } = article
  const headline = article.headline || t('articles.untitled')
  const isChosen = selection.has(id)
  const author = article.bylines.join(' ') || article.owner
  return (
    <Tr aria-selected={isChosen}>
      <Td className="w-9 pr-0">
        <label className="-m-2.5 flex p-2.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11">
          <input
            type="checkbox"
            aria-label={t('articles.select.one', { headline })}
            checked={isChosen}
            // A click knows of Shift, a change does not.
            onClick={({ shiftKey }) => selection.toggle(id, shiftKey)}
            onChange={() => {}}
            className="mt-0.75 size-4 accent-ink"
          />
        </label>
      </Td>
      <Td className="max-desktop:hidden">
        <StateChip workflow={workflow} publication={publication} />
      </Td>
      <Td className="max-desktop:pr-0">
        <Link
          href={`/admin/articles/${id}${filter.waiting && stageOf(workflow) ? '/review' : ''}`}
          {...{ [ROW]: id }}
          className="font-serif text-16 leading-5.5 font-semibold wrap-anywhere hover:underline hover:decoration-line hover:underline-offset-4"
        >
          {kicker && <span className="font-normal text-muted">{kicker} </span>}
          {headline}
        </Link>
        <ArticleMarks article={article} />
        <p className="flex flex-wrap gap-x-3 text-13 text-muted desktop:hidden">
          <StateChip workflow={workflow} publication={publication} />
          {category && <span>{category}</span>}
          {author && <span>{author}</span>}
          <ColumnTime article={article} column={column} orElse={<When at={touchedAt} />} />
        </p>
      </Td>
      <Td className="truncate text-muted max-desktop:hidden">{category}</Td>
      <Td className="truncate text-muted max-[85rem]:hidden">{source}</Td>
      <Td className="truncate text-muted max-[85rem]:hidden" title={author ?? undefined}>
        {author}
      </Td>
      <Td className="text-13 leading-5.5 whitespace-nowrap text-muted max-desktop:hidden">
        <When at={touchedAt} />
      </Td>
      <Td className="text-13 leading-5.5 whitespace-nowrap text-muted max-desktop:hidden">
        <ColumnTime article={article} column={column} />
      </Td>
    </Tr>
  )
}

interface TimeProps {
  article: DeskArticleRow
  column: TimeColumn
  orElse?: React.ReactNode
}

function ColumnTime({ article: { publishedAt, waitingSince, plannedFor }, column, orElse }: TimeProps) {
  if (column === 'planned' && plannedFor) return <time dateTime={plannedFor}>{plannedFor}</time>
  if (column === 'waiting' && waitingSince) return <When at={waitingSince} style="age" />
  if (column === 'published' && publishedAt) return <When at={publishedAt} />
  return orElse
}
