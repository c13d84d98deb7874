'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MediaFilter, MediaItem, MediaPage } from '@/newsroom/desk/media-library'

export type ListState = 'loading' | 'ready' | 'failed'

const PAUSE_MS = 200
/** While sizes of a picture are being made. */
const LOOK_EVERY_MS = 3_000

/** The library as somebody looks through it: a question, its pages so far. `first` is the answer to the first question, if it is known. */
export function useMediaList(filter: MediaFilter, text: string, first?: MediaPage) {
  const [items, setItems] = useState<readonly MediaItem[]>(first?.items ?? [])
  const [next, setNext] = useState<string | null>(first?.next ?? null)
  const [state, setState] = useState<ListState>(first ? 'ready' : 'loading')
  const isKnown = useRef(first !== undefined)
  const asked = useRef(0)

  const load = useCallback(
    async (before: string | null) => {
      asked.current += 1
      const mine = asked.current
      setState('loading')
      try {
        const page = await ask({ filter, text, before })
        if (mine !== asked.current) return
        setItems((shown) => (before === null ? page.items : [...shown, ...page.items]))
        setNext(page.next)
        setState('ready')
      } catch {
        if (mine === asked.current) setState('failed')
      }
    },
    [filter, text],
  )
  useEffect(() => {
    if (isKnown.current) {
      isKnown.current = false
      return
    }
    const timer = setTimeout(() => void load(null), text === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [load, text])

  const isWaiting = items.some((item) => item.state === 'pending')
  useEffect(() => {
    if (!isWaiting) return
    const look = async () => {
      const page = await ask({ filter, text, before: null }).catch(() => null)
      const fresh = new Map(page?.items.map((item) => [item.id, item]))
      setItems((shown) => shown.map((item) => fresh.get(item.id) ?? item))
    }
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isWaiting, filter, text])

  return {
    items,
    state,
    more: next === null ? null : () => void load(next),
    reload: () => void load(null),
    /** a picture that changed, in its place */
    put: (item: MediaItem) => setItems((shown) => shown.map((each) => (each.id === item.id ? item : each))),
    drop: (id: string) => setItems((shown) => shown.filter((each) => each.id !== id)),
  }
}

async function ask({ filter, text, before }: { filter: MediaFilter; text: string; before: string | null }): Promise<MediaPage> {
  const search = new URLSearchParams({ filter, ...(text && { q: text }), ...(before && { before }) })
  const answer = await fetch(`/admin/media/find?${search}`)
  if (!answer.ok) throw new Error(`the library answers ${answer.status}`)
  return (await answer.json()) as MediaPage
}
