'use client'
import { useState } from 'react'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import { NOTHING, type Selection, toggle } from './selection'

export interface RowSelection {
  chosen: readonly DeskArticleRow[]
  has(id: string): boolean
  toggle(id: string, upTo?: boolean): void
  hasAll: boolean
  /** every row of the page, or none where all are chosen */
  toggleAll(): void
  clear(): void
}

/** What is chosen among the rows shown; rows that are not shown any more are not chosen either. */
export function useSelection(items: readonly DeskArticleRow[]): RowSelection {
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const rows = items.map(({ id }) => id)
  const chosen = items.filter(({ id }) => selection.ids.includes(id))
  return {
    chosen,
    hasAll: chosen.length === items.length,
    has: (id) => selection.ids.includes(id),
    toggle: (id, upTo) => setSelection((before) => toggle(rows, before, id, upTo)),
    toggleAll: () => setSelection(chosen.length === items.length ? NOTHING : { ids: rows, anchor: null }),
    clear: () => setSelection(NOTHING),
  }
}
