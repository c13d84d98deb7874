'use client'
import { useRouter } from 'next/navigation'
import { type RefObject, useState } from 'react'
import { CommentForm } from '@/components/desk/comments/comment-form'
import { Thread } from '@/components/desk/comments/thread'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import type { CommentThread } from '@/newsroom/desk/comment'
import type { TextQuote } from '@/newsroom/desk/text-quote'
import type { ReadingHandle } from './reading-frame'
import type { ReviewActions } from './review-actions'

interface Props {
  articleId: string
  threads: readonly CommentThread[]
  mayComment: boolean
  reading: RefObject<ReadingHandle | null>
  actions: ReviewActions
}

/** 批注 beside the text; what is selected in it when one begins to write is what the comment is about. */
export function ReviewComments({ articleId, threads, mayComment, reading, actions }: Props) {
  const t = useTexts()
  const router = useRouter()
  const [quote, setQuote] = useState<TextQuote | null>(null)
  const adding = useAction(actions.addComment)
  const [open, settled] = [true, false].map((wanted) => threads.filter(({ resolvedAt }) => (resolvedAt === null) === wanted))

  const add = async (text: string, parentId: number | null) => {
    const added = await adding.run(articleId, { text, quote: parentId === null ? quote : null, parentId })
    if (!added.ok) return false
    setQuote(null)
    router.refresh()
    return true
  }
  const list = (of: readonly CommentThread[] = []) =>
    of.map((thread) => (
      <Thread
        key={thread.id}
        thread={thread}
        mayComment={mayComment}
        onShow={(passage) => reading.current?.show(passage) ?? false}
        onReply={(text) => add(text, thread.id)}
        resolve={actions.resolveComment}
        onResolved={() => router.refresh()}
      />
    ))
  return (
    <section>
      <h2 className="text-14 font-semibold">{t('review.comments')}</h2>
      {threads.length === 0 && <p className="mt-2 text-13 text-muted">{t('review.comment.none')}</p>}
      <ul className="mt-2">{list(open)}</ul>
      {mayComment && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only hears where the form is entered
        <div className="mt-2" onFocus={() => setQuote((known) => known ?? reading.current?.selection() ?? null)}>
          {quote && (
            <blockquote className="mb-2 flex gap-3 border-l-2 border-edge pl-3 text-13 text-muted">
              <span className="line-clamp-3 flex-1">{quote.exact}</span>
              <button type="button" onClick={() => setQuote(null)} className="shrink-0 px-2 hover:text-ink">
                {t('review.comment.drop')}
              </button>
            </blockquote>
          )}
          <CommentForm label={t('comments.write')} onSend={(text) => add(text, null)} />
        </div>
      )}
      <FaultList errors={adding.errors} />
      {settled && settled.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1.5 text-13 text-muted hover:text-ink">
            {t('review.comment.settled-count', { count: settled.length })}
          </summary>
          <ul>{list(settled)}</ul>
        </details>
      )}
    </section>
  )
}
