'use client'
import { useEffect, useState } from 'react'
import type { AddressedKind } from '@/newsroom/desk/taxonomy'

const PAUSE_MS = 250

/** What the server would call the page of a name, while nobody has said; "" until it is known. */
export function useProposedAddress(kind: AddressedKind, id: number | null, name: string, slug: string): string {
  const [proposed, setProposed] = useState({ name: '', slug: '' })
  const isAsked = slug.trim() === '' && name.trim() !== ''
  useEffect(() => {
    if (!isAsked) return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      const asked = new URLSearchParams({ name, ...(id !== null && { id: String(id) }) })
      // Without an answer the field stays empty, and the server names the page when it is saved.
      const answer = await fetch(`/admin/suggest-address/${kind}?${asked}`, { signal: leaving.signal }).catch(() => null)
      const told = answer?.ok ? ((await answer.json()) as { slug: string }) : null
      if (told && !leaving.signal.aborted) setProposed({ name, slug: told.slug })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [kind, id, name, isAsked])
  return isAsked ? proposed.slug : ''
}
