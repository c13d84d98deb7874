'use client'
import { useEffect } from 'react'
import type { MediaFilter } from '@/newsroom/desk/media-library'

/** Keeps in the address what is looked at, so that it can be come back to and handed on. */
export function useLibraryAddress({ text, filter, chosen }: { text: string; filter: MediaFilter; chosen: string | null }): void {
  useEffect(() => {
    const search = new URLSearchParams({
      ...(text && { q: text }),
      ...(filter !== 'all' && { filter }),
      ...(chosen && { picture: chosen }),
    })
    const address = `${location.pathname}${search.size > 0 ? `?${search}` : ''}`
    if (address !== location.pathname + location.search) history.replaceState(history.state, '', address)
  }, [text, filter, chosen])
}
