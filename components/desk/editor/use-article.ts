'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { randomKey } from '@/components/desk/random-key'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import type { BodyEditorHandle } from './body/body-editor-props'
import { useNames } from './names'
import { getArticle } from './saving/requests'
import { useAutosave } from './saving/use-autosave'

/** The article in this tab: its text as it is typed, everything else as the server last told it. */
export function useArticle(opened: EditorArticle, body: RefObject<BodyEditorHandle | null>) {
  const [article, setArticle] = useState(opened)
  const [clientId] = useState(randomKey)
  const names = useNames(opened.names)
  const { learnAll } = names
  const known = useRef(article)
  known.current = article

  const { runner, view } = useAutosave({
    article: opened,
    clientId,
    onSaved: ({ version, voided }) => {
      if (version === 1) history.replaceState(null, '', `/admin/articles/${opened.id}`)
      if (version === 1 || voided.length > 0 || movesOn(known.current, runner.view().content)) void look()
    },
  })

  /** Another text stands in the place of this one: on the sheet, too. */
  const replace = useCallback(
    (content: DraftContent, version: number, savedAt: string | null) => {
      runner.dispatch({ type: 'replaced', content, version, savedAt })
      body.current?.setContent(content.bodyHtml)
    },
    [runner, body],
  )

  const look = useCallback(async () => {
    const told = await getArticle(opened.id)
    if (!told) return
    setArticle(told)
    learnAll(told.names)
    const { phase, version } = runner.view()
    if (phase === 'clean' && told.version > version) replace(told.content, told.version, told.savedAt)
  }, [opened.id, learnAll, runner, replace])

  const set = useCallback((patch: Partial<DraftContent>) => runner.change({ ...runner.view().content, ...patch }), [runner])

  useEffect(() => () => runner.stop(), [runner])
  return { article, clientId, names, runner, view, replace, look, set }
}

/** Whether a save may have changed how the article stands, or what may be done with it. */
function movesOn(article: EditorArticle, content: DraftContent): boolean {
  const isWritten = article.workflow === 'draft' || article.workflow === 'returned'
  return !isWritten || article.isPublished || article.content.categoryIds[0] !== content.categoryIds[0]
}
