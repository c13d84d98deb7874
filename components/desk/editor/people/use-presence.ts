'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PresenceAnswer, PresentPerson } from '@/newsroom/desk/presence'

/** A tab that is silent three times as long is taken for gone. */
const HEARTBEAT_MS = 10_000

interface Given {
  articleId: string
  clientId: string
  /** it was saved before: others can come upon it */
  isKnown: boolean
  /** whether this tab would like to edit */
  wanted: boolean
  onAnswer(answer: PresenceAnswer): void
}

/** Says every few seconds that this tab is here, and hears who else is. */
export function usePresence({ articleId, clientId, isKnown, wanted, onAnswer }: Given) {
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
        signal: AbortSignal.timeout(HEARTBEAT_MS),
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
    if (!isKnown) return
    void tell()
    const timer = setInterval(() => void tell(), HEARTBEAT_MS)
    const look = () => document.visibilityState === 'visible' && void tell()
    addEventListener('focus', look)
    addEventListener('blur', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
      removeEventListener('blur', look)
    }
  }, [isKnown, tell])

  useEffect(() => {
    if (!isKnown) return
    const leave = () => {
      const body = new Blob([JSON.stringify({ clientId, edit: false, leave: true })], { type: 'application/json' })
      navigator.sendBeacon(address, body)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [isKnown, address, clientId])
  return others
}
