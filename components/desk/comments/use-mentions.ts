'use client'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { suggest } from '@/components/desk/editor/panel/suggest'
import type { Choice } from '@/components/desk/ui/choices'

const MOST = 6
/** `@` and the beginning of a name, right before the cursor. */
const BEGUN = /@([^\s@]{0,20})$/

/** Names of colleagues after `@`: arrow keys and Enter choose, Escape leaves. */
export function useMentions(field: RefObject<HTMLTextAreaElement | null>, text: string, setText: (text: string) => void) {
  const [offered, setOffered] = useState<readonly Choice[]>([])
  const [active, setActive] = useState(0)
  const asked = useRef(0)

  const close = () => {
    asked.current += 1
    setOffered([])
  }
  const look = async ({ value, selectionStart }: HTMLTextAreaElement) => {
    const begun = BEGUN.exec(value.slice(0, selectionStart))
    if (!begun) return close()
    asked.current += 1
    const mine = asked.current
    const found = await suggest('staff', begun[1] ?? '').catch(() => [])
    if (mine !== asked.current) return
    setOffered(found.slice(0, MOST))
    setActive(0)
  }
  const choose = (name: string) => {
    const at = field.current?.selectionStart ?? text.length
    const before = text.slice(0, at).replace(BEGUN, `@${name} `)
    setText(before + text.slice(at))
    close()
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  /** true: the key was for the list */
  const press = (event: KeyboardEvent): boolean => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return false
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = offered[active]
    if (move) setActive((active + move + offered.length) % offered.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen.label)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { offered, active, look, choose, press, close }
}
