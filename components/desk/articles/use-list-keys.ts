'use client'
import { useEffect, useEffectEvent } from 'react'
import type { RowSelection } from './use-selection'

/** A row's link is found by this attribute; it holds the article's id. */
export const ROW = 'data-row'

const rowLinks = () => [...document.querySelectorAll<HTMLAnchorElement>(`a[${ROW}]`)]
const rowOf = (element: Element | null) => element?.closest('tr')?.querySelector<HTMLAnchorElement>(`a[${ROW}]`) ?? null

/** `j` and `k` go from row to row, `x` chooses (with Shift all between), `o` opens as Enter does, Escape chooses nothing. */
export function useListKeys(selection: RowSelection): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (isElsewhere(event.target)) return
    const row = rowOf(document.activeElement)
    const id = row?.getAttribute(ROW)
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') move(row, key === 'j' ? 1 : -1)
    else if (key === 'x' && id) selection.toggle(id, event.shiftKey)
    else if (key === 'o' && row) row.click()
    else if (key === 'escape' && selection.chosen.length > 0) selection.clear()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function move(row: HTMLAnchorElement | null, by: 1 | -1): void {
  const links = rowLinks()
  const index = row ? links.indexOf(row) + by : by === 1 ? 0 : links.length - 1
  links[index]?.focus()
  links[index]?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}

/** Where keys are letters, or belong to what lies above the page. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"]), textarea, select') ||
    target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
