'use client'
import type { ReactNode } from 'react'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { dateAndTime } from '@/newsroom/dates'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'

/** What of an article is out of the ordinary, in a few words under its headline. */
export function ArticleMarks({ article }: { article: DeskArticleRow }) {
  const t = useTexts()
  const newsroom = useNewsroom()
  const { urgent, discarded, editor, scheduledAt, scheduledAction, embargoUntil, workflow, returnReason, plannedFor } = article
  const at = (instant: Date | string) => dateAndTime(new Date(instant), newsroom)
  const marks: [key: string, text: ReactNode, colour: string][] = []
  if (urgent) marks.push(['urgent', t('articles.mark.urgent'), 'text-state-returned'])
  if (discarded) marks.push(['discarded', t('articles.mark.discarded'), 'text-muted'])
  if (editor) marks.push(['editor', t('articles.mark.editing', { name: editor }), 'text-muted'])
  if (scheduledAt && scheduledAction)
    marks.push(['scheduled', t(`articles.mark.${scheduledAction}`, { at: at(scheduledAt) }), 'text-state-ready'])
  if (embargoUntil) marks.push(['embargo', t('articles.mark.embargo', { at: at(embargoUntil) }), 'text-state-waiting'])
  if (plannedFor && article.publication !== 'live')
    marks.push(['planned', t('articles.mark.planned', { day: plannedFor.slice(5) }), 'text-muted'])
  if (workflow === 'returned' && returnReason)
    marks.push(['returned', t('articles.mark.returned', { reason: returnReason }), 'text-state-returned'])
  if (marks.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-3 text-13">
      {marks.map(([key, text, colour]) => (
        <span key={key} className={colour}>
          {text}
        </span>
      ))}
    </p>
  )
}
