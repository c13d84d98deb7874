'use client'
import { useSyncExternalStore } from 'react'

/** A filter somebody named, as its address. */
export interface OwnView {
  name: string
  address: string
}

const KEY = 'desk-article-views'
const NONE: readonly OwnView[] = []
const listeners = new Set<() => void>()
let known: { text: string | null; views: readonly OwnView[] } = { text: null, views: NONE }

/** The same array as long as what is stored is the same. */
function read(): readonly OwnView[] {
  const text = stored()
  if (text !== known.text) known = { text, views: parse(text) }
  return known.views
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function parse(text: string | null): readonly OwnView[] {
  try {
    const told: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(told) ? told.filter(isView) : NONE
  } catch {
    return NONE
  }
}

function isView(told: unknown): told is OwnView {
  const { name, address } = (told ?? {}) as Partial<Record<keyof OwnView, unknown>>
  return typeof name === 'string' && typeof address === 'string' && address.startsWith('?')
}

function write(next: readonly OwnView[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing: the address itself can still be bookmarked.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** The views kept in this browser, a name once. */
export function useOwnViews() {
  const own = useSyncExternalStore(subscribe, read, () => NONE)
  return {
    own,
    keep: (view: OwnView) => write([...own.filter(({ name }) => name !== view.name), view]),
    drop: (name: string) => write(own.filter((view) => view.name !== name)),
  }
}
