'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PresenceAnswer, PresentPerson } from '@/newsroom/desk/presence'

const EVERY_MS = 10_000

interface Given {
  articleId: string
  clientId: string
  /** whether this tab would like to edit */
  wanted: boolean
  onAnswer(answer: PresenceAnswer): void
}

/** Says every few seconds that this tab is here, and hears who else is. An article nobody has saved yet is nobody's to see. */
export function usePresence({ articleId, clientId, wanted, onAnswer }: Given) {
  const [others, setOthers] = useState<readonly PresentPerson[]>([])
  const told = useRef(onAnswer)
  told.current = onAnswer
  const address = `/admin/articles/${articleId}/presence`

  const tell = useCallback(async () => {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clientId, edit: wanted }),
        redirect: 'manual',
        signal: AbortSignal.timeout(EVERY_MS),
      })
      if (!answer.ok) return
      const presence = (await answer.json()) as PresenceAnswer
      setOthers(presence.others)
      told.current(presence)
    } catch {
      // Away for a moment: the next one tells.
    }
  }, [address, clientId, wanted])

  useEffect(() => {
    void tell()
    const timer = setInterval(() => void tell(), EVERY_MS)
    const look = () => document.visibilityState === 'visible' && void tell()
    addEventListener('focus', look)
    addEventListener('blur', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
      removeEventListener('blur', look)
    }
  }, [tell])

  useEffect(() => {
    const leave = () => {
      const body = new Blob([JSON.stringify({ clientId, edit: false, leave: true })], { type: 'application/json' })
      navigator.sendBeacon(address, body)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [address, clientId])
  return { others, tell }
}
