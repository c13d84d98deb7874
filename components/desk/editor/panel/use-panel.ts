'use client'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { type FieldName, fieldId } from '@/components/desk/editor/editor-context'
import type { PanelTab } from './panel'
import type { SectionName, Sections } from './section'

const REMEMBERED = 'desk.editor-panel'

/** Where a field is set; those not named stand on the sheet. */
const SECTION_OF: Partial<Record<FieldName, SectionName>> = {
  type: 'story',
  sourceId: 'story',
  sourceUrl: 'story',
  originalHeadline: 'story',
  originalAuthor: 'story',
  bylines: 'story',
  categoryIds: 'filing',
  tagIds: 'filing',
  plannedFor: 'dates',
  embargoUntil: 'dates',
  publishAt: 'dates',
  unpublishAt: 'dates',
  searchTitle: 'search',
  searchDescription: 'search',
  aiAssistance: 'ai',
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) !== 'closed'
  } catch {
    return true
  }
}

function remember(open: boolean): void {
  try {
    localStorage.setItem(REMEMBERED, open ? 'open' : 'closed')
  } catch {
    // without storage it opens as it did the first time
  }
}

const never = () => () => undefined
const hasRoom = () => matchMedia('(min-width: 68.75rem)').matches

/** The panel: open or not, remembered where it stands beside the sheet; and the way to a field, wherever that is. */
export function usePanel() {
  const usual = useSyncExternalStore(
    never,
    () => hasRoom() && isRemembered(),
    () => false,
  )
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [tab, setTab] = useState<PanelTab>('settings')
  const [open, setOpen] = useState<ReadonlySet<SectionName>>(new Set<SectionName>(['filing', 'story']))
  const toggle = useCallback((name: SectionName, isOpen: boolean) => {
    setOpen((before) => new Set(isOpen ? [...before, name] : [...before].filter((each) => each !== name)))
  }, [])
  const sections = useMemo<Sections>(() => ({ open, toggle }), [open, toggle])

  const show = useCallback((next: boolean, to?: PanelTab) => {
    setChosen(next)
    if (to) setTab(to)
    if (hasRoom()) remember(next)
  }, [])

  const goTo = useCallback(
    (field: FieldName) => {
      const section = SECTION_OF[field]
      if (section) {
        show(true, 'settings')
        toggle(section, true)
      } else if (!hasRoom()) setChosen(false)
      // The panel and its section are drawn first.
      setTimeout(() => focusField(field), 60)
    },
    [show, toggle],
  )
  return { isOpen: chosen ?? usual, show, tab, setTab, sections, goTo }
}

const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"]'

function focusField(field: FieldName): void {
  const place = document.getElementById(fieldId(field))
  const target = place?.matches(FOCUSABLE) ? place : place?.querySelector<HTMLElement>(FOCUSABLE)
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}
