'use client'
/** Buttons that open the palette stand in several places; the palette itself stands once. */
const OPEN = 'desk:palette'

export const openPalette = (): void => {
  document.dispatchEvent(new Event(OPEN))
}

export function onPalette(open: () => void): () => void {
  document.addEventListener(OPEN, open)
  return () => document.removeEventListener(OPEN, open)
}
