'use client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { isUnsaved, openAutosave } from '@/newsroom/desk/autosave'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import type { ReviewStage } from '@/newsroom/desk/review'
import { runAutosave } from './autosave-runner'
import { browserStore } from './local-store'
import { putDraft } from './requests'

interface Given {
  article: EditorArticle
  clientId: string
  /** after every save; `voided`: whose signatures it ended */
  onSaved(saved: { version: number; voided: readonly ReviewStage[] }): void
}

/** The autosave of one article in one tab. */
export function useAutosave({ article, clientId, onSaved }: Given) {
  const told = useRef(onSaved)
  told.current = onSaved
  const [runner] = useState(() =>
    runAutosave(article.id, openAutosave(article.version, article.content, article.savedAt), {
      send: (content, baseVersion, isLast) =>
        putDraft({ articleId: article.id, clientId, baseVersion, content, isLast }, (answer) => {
          const { version, voided = [] } = answer as { version: number; voided?: ReviewStage[] }
          told.current({ version, voided })
        }),
      store: browserStore,
    }),
  )
  const view = useSyncExternalStore(runner.subscribe, runner.view, runner.view)

  useEffect(() => {
    const online = () => runner.view().phase === 'retrying' && runner.dispatch({ type: 'due' })
    const leave = () => runner.leave(true)
    const hide = () => document.visibilityState === 'hidden' && runner.leave(false)
    // The browser's own question, only where closing would lose words.
    const ask = (event: BeforeUnloadEvent) => {
      const { isKept, ...state } = runner.view()
      if (isUnsaved(state) && !isKept && state.trouble) event.preventDefault()
    }
    addEventListener('online', online)
    addEventListener('pagehide', leave)
    addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', hide)
    return () => {
      removeEventListener('online', online)
      removeEventListener('pagehide', leave)
      removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', hide)
      leave()
    }
  }, [runner])
  return { runner, view }
}
