'use client'
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 150

/** Searches as somebody types: after a short pause, and only the newest answer counts. */
export function useSearch<T>(search: (text: string) => Promise<T[]>) {
  const [found, setFound] = useState<readonly T[]>([])
  const [state, setState] = useState<'idle' | 'searching' | 'found' | 'failed'>('idle')
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const find = (text: string) => {
    clearTimeout(timer.current)
    asked.current += 1
    const mine = asked.current
    setState('searching')
    timer.current = setTimeout(async () => {
      try {
        const answer = await search(text.trim())
        if (mine !== asked.current) return
        setFound(answer)
        setState('found')
      } catch {
        if (mine === asked.current) setState('failed')
      }
    }, PAUSE_MS)
  }
  return { found, state, find }
}
