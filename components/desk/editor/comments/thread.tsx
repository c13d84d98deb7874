'use client'
import { useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { CommentLine, CommentThread } from '@/newsroom/desk/comment'
import { CommentForm } from './comment-form'

interface ThreadProps {
  thread: CommentThread
  /** leads to the passage; false: its words are gone */
  onShow(): boolean | undefined | null
  onReply(text: string): Promise<boolean>
  onResolved(): Promise<void>
}

/** A comment, what was answered, and whether it is settled. */
export function Thread({ thread, onShow, onReply, onResolved }: ThreadProps) {
  const { article, actions } = useEditor()
  const t = useTexts()
  const [isGone, setIsGone] = useState(false)
  const [isAnswering, setIsAnswering] = useState(false)
  const resolving = useAction(actions.resolveComment)
  const isOpen = thread.resolvedAt === null
  const mayComment = article.can.includes('comment')
  const reply = async (text: string) => {
    const sent = await onReply(text)
    if (sent) setIsAnswering(false)
    return sent
  }
  return (
    <li className={`border-t border-line py-3 ${isOpen ? '' : 'text-muted'}`}>
      {thread.quote && (
        <button
          type="button"
          onClick={() => setIsGone(onShow() === false)}
          className="mb-1 line-clamp-2 w-full border-l-2 border-edge pl-3 text-left text-13 text-muted hover:text-ink"
        >
          {thread.quote.exact}
        </button>
      )}
      {isGone && <p className="text-13 text-state-waiting">{t('editor.comments.gone')}</p>}
      <Line line={thread} />
      {thread.replies.map((line) => (
        <div key={line.id} className="mt-2 pl-4">
          <Line line={line} />
        </div>
      ))}
      {!isOpen && <p className="mt-1 text-13">{t('editor.comments.settled-by', { name: thread.resolvedByName ?? '' })}</p>}
      {mayComment && (
        <div className="mt-1 -ml-2.5 flex gap-1">
          <Button kind="quiet" aria-expanded={isAnswering} onClick={() => setIsAnswering(!isAnswering)}>
            {t('editor.comments.answer')}
          </Button>
          <Button
            kind="quiet"
            busy={resolving.busy}
            onClick={async () => (await resolving.run(thread.id, isOpen)).ok && onResolved()}
          >
            {t(isOpen ? 'editor.comments.settle' : 'editor.comments.reopen')}
          </Button>
        </div>
      )}
      {isAnswering && <CommentForm label={t('editor.comments.answer')} send={t('editor.comments.send')} onSend={reply} />}
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
