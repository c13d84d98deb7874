'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { postAside } from '@/components/desk/editor/saving/requests'
import type { useArticle } from '@/components/desk/editor/use-article'
import { isUnsaved } from '@/newsroom/desk/autosave'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import type { Fault } from '@/newsroom/desk/outcome'
import type { PresenceAnswer } from '@/newsroom/desk/presence'
import { postTakeOver } from './requests'
import { usePresence } from './use-presence'

/** Who took the article over from this tab, their word, and whether what was not saved here is kept. */
export interface Taken {
  name: string
  message: string
  kept: 'nothing' | 'kept' | 'here'
}

/** Written texts open to be written on; what is in review, ready or live opens to be read. */
const opensWritable = ({ version, workflow, can, discarded }: EditorArticle) =>
  can.includes('edit') && !discarded && (version === 0 || workflow === 'draft' || workflow === 'returned')

/** Whether this tab edits, and why not: one at a time does. */
export function useEditing({ article, clientId, runner, view, look, replace }: ReturnType<typeof useArticle>) {
  const [wanted, setWanted] = useState(() => opensWritable(article))
  const [holder, setHolder] = useState<PresenceAnswer['editor']>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [isSettled, setIsSettled] = useState(article.version === 0)
  const standing = useRef(article)
  standing.current = article

  /** Somebody took over: what the server lacks is kept beside their text, and theirs is shown. */
  const giveWay = useCallback(
    async (name: string, message: string) => {
      setWanted(false)
      const unsaved = isUnsaved(runner.view())
      const isKept = unsaved && (await postAside(article.id, runner.view().content))
      setTaken({ name, message, kept: isKept ? 'kept' : unsaved ? 'here' : 'nothing' })
      if (unsaved && !isKept) return
      const { content, version, savedAt } = standing.current
      replace(content, version, savedAt)
      await look()
    },
    [article.id, runner, replace, look],
  )

  const hear = (answer: PresenceAnswer) => {
    setIsSettled(true)
    setHolder(answer.editor)
    if (answer.takenBy && wanted) return void giveWay(answer.takenBy, answer.message ?? '')
    const { phase, version } = runner.view()
    if (phase === 'clean' && answer.version > version) void look()
  }
  const isKnown = view.version > 0
  const others = usePresence({ articleId: article.id, clientId, isKnown, wanted, onAnswer: hear })

  useEffect(() => {
    if (view.phase !== 'taken-over' || !wanted) return
    const { name = '', message = '' } = view.errors[0]?.params ?? {}
    void giveWay(String(name), String(message))
  }, [view.phase, view.errors, wanted, giveWay])

  const begin = () => {
    setTaken(null)
    setWanted(true)
    // What could not be kept elsewhere meets their text, and a person chooses.
    if (runner.view().phase === 'taken-over') runner.dispatch({ type: 'due' })
  }
  const takeOver = async (message: string): Promise<readonly Fault[]> => {
    const faults = await postTakeOver(article.id, clientId, message)
    if (faults.length > 0) return faults
    setTaken(null)
    setHolder(null)
    setWanted(true)
    await look()
    return []
  }
  // Submitted, published or discarded, it is read from here on; recalled or returned, it is written again.
  const writable = opensWritable(article)
  const { publication } = article
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it moves from one to the other
  useEffect(() => setWanted(writable), [writable, publication])

  const isFree = holder === null && taken === null && view.phase !== 'conflict' && view.phase !== 'taken-over'
  return {
    /** the sheet takes words */
    editable: wanted && isFree && article.can.includes('edit'),
    wanted,
    holder,
    taken,
    others,
    /** it is known whether somebody else edits */
    isSettled,
    begin,
    takeOver,
  }
}
