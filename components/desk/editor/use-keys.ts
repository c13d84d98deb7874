'use client'
import { useEffect, useRef } from 'react'

interface Keys {
  onSave(): void
  onNext(): void
}

/** Ctrl-S keeps a version, Ctrl-Enter does the next thing; on a Mac with the command key. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return
      if (event.key === 's') latest.current.onSave()
      else if (event.key === 'Enter' && !document.querySelector('[role="dialog"]')) latest.current.onNext()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [])
}
