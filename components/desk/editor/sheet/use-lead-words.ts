'use client'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Names } from '@/components/desk/editor/names'
import type { MediaActions } from '@/components/desk/media/media-actions'
import { useAction } from '@/components/desk/ui/action'
import type { Fault } from '@/newsroom/desk/outcome'
import type { PickedMedia } from '@/newsroom/desk/picked-media'

export type LeadWord = 'alt' | 'caption' | 'credit'

export interface LeadWords {
  /** as they stand here: the library's, and over them what is being typed */
  words: Record<LeadWord, string>
  set(name: LeadWord, text: string): void
  /** gives what was typed to the library; true: it has everything */
  keep(): Promise<boolean>
  state: 'clean' | 'typed' | 'keeping' | 'kept'
  errors: readonly Fault[]
}

interface Typed {
  id: string
  words: Partial<Record<LeadWord, string>>
}

/** As long as a thought: the words go to every page that shows the picture, so they go as sentences. */
const PAUSE_MS = 3_000
const NOTHING = { alt: '', caption: '', credit: '' }

/**
 * What is said of the lead. It belongs to the picture, not to the draft: it is kept when its field is left, after a pause, and
 * with every save that something depends on.
 */
export function useLeadWords(picture: PickedMedia | null, names: Names, save: MediaActions['save']): LeadWords {
  const { run, busy, errors } = useAction(save)
  const [typed, setTyped] = useState<Typed | null>(null)
  const [keptId, setKeptId] = useState<string | null>(null)
  const latest = useRef(typed)
  const put = useCallback((next: Typed | null) => {
    latest.current = next
    setTyped(next)
  }, [])
  const { learnPicture } = names
  const shown = useRef(picture)
  shown.current = picture

  const keep = useCallback(async (): Promise<boolean> => {
    const given = latest.current
    if (!given) return true
    const { ok } = await run(given)
    if (!ok) return false
    if (shown.current?.id === given.id) learnPicture({ ...shown.current, ...given.words })
    if (latest.current === given) put(null)
    setKeptId(given.id)
    return latest.current === null
  }, [run, learnPicture, put])

  const id = picture?.id
  const set = useCallback(
    (name: LeadWord, text: string) => {
      if (!id) return
      const before = latest.current?.id === id ? latest.current.words : {}
      put({ id, words: { ...before, [name]: text } })
    },
    [id, put],
  )
  useEffect(() => {
    if (!typed) return
    const timer = setTimeout(() => void keep(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, keep])
  useKeptOnLeaving(latest, keep)

  const words = useMemo(() => {
    const { alt, caption, credit } = picture ?? NOTHING
    return { alt, caption, credit, ...(typed && typed.id === id && typed.words) }
  }, [picture, typed, id])
  const state = busy ? 'keeping' : typed ? 'typed' : keptId !== null && keptId === id ? 'kept' : 'clean'
  return useMemo(() => ({ words, set, keep, state, errors }), [words, set, keep, state, errors])
}

/** A page that is left sends what it has; the browser asks first where that could be too late. */
function useKeptOnLeaving(typed: { current: Typed | null }, keep: () => Promise<boolean>): void {
  const hide = useEffectEvent(() => void (document.visibilityState === 'hidden' && keep()))
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    if (!typed.current) return
    void keep()
    event.preventDefault()
  })
  const leave = useEffectEvent(() => void keep())
  useEffect(() => {
    document.addEventListener('visibilitychange', hide)
    addEventListener('beforeunload', ask)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('beforeunload', ask)
      leave()
    }
  }, [])
}
