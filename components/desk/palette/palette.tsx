'use client'
import { useEffect, useState } from 'react'
import type { Place } from '@/components/desk/shell/places'
import { onDemand } from '@/components/desk/ui/on-demand'
import { shortcutOf } from './keys'
import { onPalette } from './open'

const PaletteDialog = onDemand(async () => (await import('./palette-dialog')).PaletteDialog)
const ShortcutList = onDemand(async () => (await import('./shortcut-list')).ShortcutList)

/** Listens for the desk's own keys on every page: Ctrl-K or ⌘K, `?`, `/`. */
export function Palette({ places }: { places: readonly Place[] }) {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  useEffect(() => onPalette(() => setOpen('palette')), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event
      if (defaultPrevented) return
      const shortcut = shortcutOf({ key, ctrlKey, metaKey, altKey, isComposing, writing: isWriting(event.target) })
      if (shortcut === null || (shortcut === 'search' && !focusSearch())) return
      event.preventDefault()
      if (shortcut !== 'search') setOpen(shortcut)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const close = () => setOpen(null)
  return (
    <>
      {open === 'palette' && <PaletteDialog places={places} onClose={close} onHelp={() => setOpen('help')} />}
      <ShortcutList open={open === 'help'} onClose={close} />
    </>
  )
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))

/** The page's own search: its first search field that can be seen. */
function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main input[type="search"]')]
  const field = fields.find((each) => each.checkVisibility())
  field?.focus()
  field?.select()
  return field !== undefined
}
