'use client'
import { type RefObject, useCallback, useEffect, useState } from 'react'
import { CommentForm } from '@/components/desk/comments/comment-form'
import { Thread } from '@/components/desk/comments/thread'
import type { BodyEditorHandle } from '@/components/desk/editor/body/body-editor-props'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import type { CommentThread } from '@/newsroom/desk/comment'
import type { TextQuote } from '@/newsroom/desk/text-quote'

/** 批注: about the article or a passage of it, answered and settled. */
export function Comments({ body }: { body: RefObject<BodyEditorHandle | null> }) {
  const { article, actions, look } = useEditor()
  const t = useTexts()
  const [threads, setThreads] = useState<readonly CommentThread[] | null>(null)
  const [quote, setQuote] = useState<TextQuote | null>(null)
  const listing = useAction(actions.listComments)
  const adding = useAction(actions.addComment)
  const { run } = listing
  const isSaved = article.version > 0

  const list = useCallback(async () => {
    if (!isSaved) return
    const listed = await run(article.id)
    if (listed.ok) setThreads(listed.threads)
  }, [isSaved, run, article.id])
  useEffect(() => void list(), [list])

  const refresh = async () => {
    await Promise.all([list(), look()])
  }
  const add = async (text: string, parentId: number | null) => {
    const added = await adding.run(article.id, { text, quote: parentId === null ? quote : null, parentId })
    if (!added.ok) return false
    setQuote(null)
    await refresh()
    return true
  }
  if (!isSaved) return <p className="text-14 text-muted">{t('editor.comments.not-yet')}</p>
  return (
    <div className="flex flex-col gap-5 pb-6">
      {article.can.includes('comment') && (
        <div>
          <Button kind="quiet" className="-ml-2.5" onClick={() => setQuote(body.current?.getSelectionQuote() ?? null)}>
            {t('editor.comments.take-passage')}
          </Button>
          {quote && (
            <blockquote className="mt-1 mb-2 flex gap-3 border-l-2 border-edge pl-3 text-13 text-muted">
              <span className="line-clamp-3 flex-1">{quote.exact}</span>
              <button type="button" onClick={() => setQuote(null)} className="shrink-0 px-2 hover:text-ink">
                {t('common.remove')}
              </button>
            </blockquote>
          )}
          <CommentForm label={t('comments.write')} onSend={(text) => add(text, null)} />
        </div>
      )}
      <FaultList errors={[...adding.errors, ...listing.errors]} />
      {threads === null && listing.errors.length === 0 && <Skeleton lines={3} />}
      {threads?.length === 0 && <p className="text-14 text-muted">{t('editor.comments.none')}</p>}
      <ol className="flex flex-col">
        {threads?.map((thread) => (
          <Thread
            key={thread.id}
            thread={thread}
            mayComment={article.can.includes('comment')}
            onShow={(passage) => body.current?.showQuote(passage) ?? false}
            onReply={(text) => add(text, thread.id)}
            resolve={actions.resolveComment}
            onResolved={refresh}
          />
        ))}
      </ol>
    </div>
  )
}
