'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MediaFilter, MediaItem, MediaPage } from '@/newsroom/desk/media-library'

export type ListState = 'loading' | 'ready' | 'failed'

const PAUSE_MS = 200

/** The library as somebody looks through it: a question, its pages so far. */
export function useMediaList(filter: MediaFilter, text: string) {
  const [items, setItems] = useState<readonly MediaItem[]>([])
  const [next, setNext] = useState<string | null>(null)
  const [state, setState] = useState<ListState>('loading')
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
    const timer = setTimeout(() => void load(null), text === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [load, text])

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
