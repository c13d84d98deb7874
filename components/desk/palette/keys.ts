/** What of a key press decides what it means. */
export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  /** being composed by an input method: it belongs to that */
  isComposing: boolean
  /** somebody is writing where it was pressed */
  writing: boolean
}

export type Shortcut = 'palette' | 'help' | 'search'

/** What a key press asks of the desk as a whole: Ctrl-K or ⌘K anywhere, `?` and `/` where nobody is writing. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, isComposing, writing }: Press): Shortcut | null {
  if (isComposing || altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' ? 'palette' : null
  if (writing) return null
  // Chinese input methods give the full-width forms.
  if (key === '?' || key === '？') return 'help'
  return key === '/' || key === '／' || key === '、' ? 'search' : null
}
