'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { CommentLine, CommentThread } from '@/newsroom/desk/comment'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { TextQuote } from '@/newsroom/desk/text-quote'
import { CommentForm } from './comment-form'

interface ThreadProps {
  thread: CommentThread
  mayComment: boolean
  /** leads to the passage; false: its words are gone */
  onShow(quote: TextQuote): boolean
  /** true: sent */
  onReply(text: string): Promise<boolean>
  resolve(commentId: number, resolved: boolean): Promise<Outcome>
  onResolved(): Promise<void> | void
}

/** A comment, what was answered, and whether it is settled. */
export function Thread({ thread, mayComment, onShow, onReply, resolve, onResolved }: ThreadProps) {
  const t = useTexts()
  const [isGone, setIsGone] = useState(false)
  const [isAnswering, setIsAnswering] = useState(false)
  const resolving = useAction(resolve)
  const { quote } = thread
  const isOpen = thread.resolvedAt === null
  const reply = async (text: string) => {
    const sent = await onReply(text)
    if (sent) setIsAnswering(false)
    return sent
  }
  return (
    <li className={`border-t border-line py-3 ${isOpen ? '' : 'text-muted'}`}>
      {quote && (
        <button
          type="button"
          title={t('comments.show')}
          onClick={() => setIsGone(!onShow(quote))}
          className="mb-1 line-clamp-2 w-full border-l-2 border-edge pl-3 text-left text-13 text-muted hover:text-ink"
        >
          {quote.exact}
        </button>
      )}
      {isGone && <p className="text-13 text-state-waiting">{t('comments.gone')}</p>}
      <Line line={thread} />
      {thread.replies.map((line) => (
        <div key={line.id} className="mt-2 pl-4">
          <Line line={line} />
        </div>
      ))}
      {!isOpen && <p className="mt-1 text-13">{t('comments.settled-by', { name: thread.resolvedByName ?? '' })}</p>}
      {mayComment && (
        <div className="mt-1 -ml-2.5 flex gap-1">
          <Button kind="quiet" aria-expanded={isAnswering} onClick={() => setIsAnswering(!isAnswering)}>
            {t('comments.answer')}
          </Button>
          <Button
            kind="quiet"
            busy={resolving.busy}
            onClick={async () => (await resolving.run(thread.id, isOpen)).ok && onResolved()}
          >
            {t(isOpen ? 'comments.settle' : 'comments.reopen')}
          </Button>
        </div>
      )}
      {isAnswering && <CommentForm label={t('comments.answer')} onSend={reply} />}
      <FaultList errors={resolving.errors} />
    </li>
  )
}

const Line = ({ line: { authorName, at, text } }: { line: CommentLine }) => (
  <>
    <p className="text-13">
      <span className="font-medium">{authorName}</span>{' '}
      <span className="text-muted">
        <When at={at} />
      </span>
    </p>
    <p className="text-14 whitespace-pre-wrap">{text}</p>
  </>
)
