'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommentForm } from '@/components/desk/editor/comments/comment-form'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { CommentThread } from '@/newsroom/desk/comment'
import type { TextQuote } from '@/newsroom/desk/text-quote'
import type { ReviewActions } from './review-actions'

interface Props {
  thread: CommentThread
  mayComment: boolean
  /** false: its words are gone */
  onShow(quote: TextQuote): boolean
  onReply(text: string): Promise<boolean>
  resolve: ReviewActions['resolveComment']
}

/** A comment with what was answered. */
export function ReviewThread({ thread, mayComment, onShow, onReply, resolve }: Props) {
  const t = useTexts()
  const router = useRouter()
  const [isGone, setIsGone] = useState(false)
  const [isAnswering, setIsAnswering] = useState(false)
  const resolving = useAction(resolve)
  const { quote, resolvedAt, resolvedByName } = thread
  const isOpen = resolvedAt === null
  const reply = async (text: string) => {
    const sent = await onReply(text)
    if (sent) setIsAnswering(false)
    return sent
  }
  const settle = async () => {
    if ((await resolving.run(thread.id, isOpen)).ok) router.refresh()
  }
  return (
    <li className="border-t border-line py-3 text-14">
      {quote && (
        <button
          type="button"
          title={t('review.comment.show')}
          onClick={() => setIsGone(!onShow(quote))}
          className="mb-1 line-clamp-2 w-full border-l-2 border-edge pl-3 text-left text-13 text-muted hover:text-ink"
        >
          {quote.exact}
        </button>
      )}
      {isGone && <p className="text-13 text-state-waiting">{t('review.comment.gone')}</p>}
      {[thread, ...thread.replies].map(({ id, authorName, at, text }, index) => (
        <div key={id} className={index > 0 ? 'mt-2 pl-4' : undefined}>
          <p className="text-13">
            <span className="font-medium">{authorName}</span>{' '}
            <span className="text-muted">
              <When at={at} />
            </span>
          </p>
          <p className="whitespace-pre-wrap">{text}</p>
        </div>
      ))}
      {!isOpen && <p className="mt-1 text-13 text-muted">{t('review.comment.settled', { name: resolvedByName ?? '' })}</p>}
      {mayComment && (
        <div className="mt-1 -ml-2.5 flex gap-1">
          <Button kind="quiet" aria-expanded={isAnswering} onClick={() => setIsAnswering(!isAnswering)}>
            {t('review.comment.answer')}
          </Button>
          <Button kind="quiet" busy={resolving.busy} onClick={settle}>
            {t(isOpen ? 'review.comment.settle' : 'review.comment.reopen')}
          </Button>
        </div>
      )}
      {isAnswering && <CommentForm label={t('review.comment.answer')} send={t('review.comment.send')} onSend={reply} />}
      <FaultList errors={resolving.errors} />
    </li>
  )
}
