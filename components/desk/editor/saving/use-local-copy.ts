'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { BodyEditorHandle } from '@/components/desk/editor/body/body-editor-props'
import type { useArticle } from '@/components/desk/editor/use-article'
import { fateOf, type LocalCopy } from '@/newsroom/desk/local-copy'
import { browserStore } from './local-store'
import { postAside } from './requests'

interface Given {
  /** it is known whether this tab may write */
  isSettled: boolean
  editable: boolean
  /** somebody else edits, or this person's own other window, which may be one that is gone */
  isHeld: boolean
  body: RefObject<BodyEditorHandle | null>
  onRestored(): void
}

/** What this browser kept of the article when it was last closed: taken up again, or laid before a person. */
export function useLocalCopy({ article, runner, replace, look }: ReturnType<typeof useArticle>, given: Given) {
  const { isSettled, editable, isHeld, body } = given
  const [asked, setAsked] = useState<LocalCopy | null>(null)
  const told = useRef(given.onRestored)
  told.current = given.onRestored
  const isLookedAt = useRef(false)

  useEffect(() => {
    if (!isSettled || isLookedAt.current) return
    void browserStore.find(article.id).then((copy) => {
      if (isLookedAt.current) return
      const { phase, version, saved } = runner.view()
      const fate = copy && fateOf(copy, { version, content: saved })
      // A window that died holds the article for a moment: what was written in it goes on as soon as it may.
      if (fate === 'restore' && isHeld && phase === 'clean') return
      isLookedAt.current = true
      // Whoever types already has begun anew.
      if (!copy || phase !== 'clean') return
      if (fate === 'drop') return void browserStore.forget(article.id)
      if (fate === 'ask' || !editable) return setAsked(copy)
      runner.change(copy.content)
      body.current?.setContent(copy.content.bodyHtml)
      told.current()
    })
  }, [isSettled, editable, isHeld, article.id, runner, body])

  return {
    asked,
    /** mine goes on top; theirs becomes a version first */
    async restore(): Promise<boolean> {
      if (!asked || !(await postAside(article.id, runner.view().saved))) return false
      runner.change(asked.content)
      body.current?.setContent(asked.content.bodyHtml)
      setAsked(null)
      return true
    },
    /** theirs stays; mine becomes a version */
    async keepAside(): Promise<boolean> {
      if (!asked || !(await postAside(article.id, asked.content))) return false
      await browserStore.forget(article.id)
      const { saved, version, savedAt } = runner.view()
      replace(saved, version, savedAt)
      setAsked(null)
      await look()
      return true
    },
  }
}
