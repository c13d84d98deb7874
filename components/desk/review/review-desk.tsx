'use client'
import { useRef } from 'react'
import type { Difference } from '@/components/desk/revisions/difference'
import { DifferenceView } from '@/components/desk/revisions/difference-view'
import { useTexts } from '@/components/desk/texts'
import type { Review } from '@/newsroom/desk/article-review'
import type { CommentThread } from '@/newsroom/desk/comment'
import type { ArticleAction, Denial } from '@/newsroom/desk/permission'
import { ReadingFrame, type ReadingHandle } from './reading-frame'
import type { ReviewActions } from './review-actions'
import { ReviewComments } from './review-comments'
import { ReviewDeeds } from './review-deeds'
import { ReviewHistory } from './review-history'
import { ReviewStages } from './review-stages'
import { ShowLinks, type Shown } from './show-links'

interface Props {
  review: Review
  permissions: Record<ArticleAction, Denial | null>
  threads: readonly CommentThread[]
  shown: Shown & { difference: Difference | null }
  actions: ReviewActions
}

/** The text at the left, as it will stand or against another; who signed it, what was said of it and what to do at the right. */
export function ReviewDesk({ review, permissions, threads, shown, actions }: Props) {
  const t = useTexts()
  const reading = useRef<ReadingHandle>(null)
  const { articleId, contentHash } = review
  return (
    <div className="grid items-start gap-x-10 gap-y-6 desktop:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <ShowLinks articleId={articleId} shown={shown} />
        {shown.difference ? (
          shown.difference.same ? (
            <p className="py-6 text-14 text-muted">{t('review.same')}</p>
          ) : (
            <DifferenceView t={t} difference={shown.difference} form="inline" before="" after="" />
          )
        ) : (
          <ReadingFrame key={contentHash} articleId={articleId} frame={actions.frame} handle={reading} />
        )}
      </div>
      <aside
        aria-label={t('review.beside')}
        className="flex flex-col gap-8 max-desktop:contents desktop:sticky desktop:top-6 desktop:max-h-[calc(100dvh-3rem)] desktop:overflow-y-auto"
      >
        <ReviewDeeds review={review} permissions={permissions} actions={actions} />
        <ReviewStages review={review} />
        <ReviewComments
          articleId={articleId}
          threads={threads}
          mayComment={permissions.comment === null}
          reading={reading}
          actions={actions}
        />
        <ReviewHistory review={review} />
      </aside>
    </div>
  )
}
