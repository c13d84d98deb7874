'use client'
import { useTexts } from '@/components/desk/texts'
import { useFaultText } from '@/components/desk/ui/faults'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import type { BulkRun } from './bulk-run'

interface Props {
  articles: readonly DeskArticleRow[]
  results: BulkRun['results']
  running: boolean
}

/** How it went, article by article. */
export function BulkResults({ articles, results, running }: Props) {
  const t = useTexts()
  const faultText = useFaultText()
  const outcomes = articles.flatMap(({ id }) => results.get(id) ?? [])
  const done = outcomes.filter(({ ok }) => ok).length
  const failed = outcomes.length - done
  const left = articles.length - outcomes.length
  const summary = () => {
    if (running)
      return t('articles.bulk.progress', { done: Math.min(outcomes.length + 1, articles.length), count: articles.length })
    if (left > 0) return t('articles.bulk.stopped', { count: left })
    return failed > 0 ? t('articles.bulk.partly', { done, failed }) : t('articles.bulk.done', { count: done })
  }
  return (
    <>
      <p role="status" className="mb-2 text-14 font-medium tabular-nums">
        {summary()}
      </p>
      <ul>
        {articles.map(({ id, headline }) => {
          const outcome = results.get(id)
          const text = !outcome
            ? t('articles.bulk.pending')
            : outcome.ok
              ? t(outcome.changed ? 'articles.bulk.ok' : 'articles.bulk.unchanged')
              : outcome.errors.map(faultText).join('；')
          return (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2 text-14">
              <span className="min-w-0 flex-1 basis-48 font-serif">{headline || t('articles.untitled')}</span>
              <span className={outcome && !outcome.ok ? 'max-w-full text-state-returned' : 'text-muted'}>{text}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
