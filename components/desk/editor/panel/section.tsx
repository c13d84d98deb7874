'use client'
import { createContext, type ReactNode, useContext } from 'react'

export type SectionName = 'story' | 'filing' | 'pictures' | 'dates' | 'search' | 'ai'

export interface Sections {
  open: ReadonlySet<SectionName>
  toggle(name: SectionName, open: boolean): void
}

export const SectionsContext = createContext<Sections>({ open: new Set(), toggle: () => undefined })

/** A part of the panel that opens and closes; `summary`: what stands in it while it is closed. */
export function Section({
  name,
  title,
  summary,
  children,
}: {
  name: SectionName
  title: string
  summary?: string
  children: ReactNode
}) {
  const { open, toggle } = useContext(SectionsContext)
  return (
    <details
      open={open.has(name)}
      onToggle={(event) => event.currentTarget.open !== open.has(name) && toggle(name, event.currentTarget.open)}
      className="group border-b border-line"
    >
      <summary className="flex min-h-11 list-none items-center gap-3 py-2 -outline-offset-2 [&::-webkit-details-marker]:hidden">
        <h2 className="text-14 font-semibold">{title}</h2>
        <span className="ml-auto truncate text-13 text-muted group-open:hidden">{summary}</span>
        <span aria-hidden="true" className="ml-auto text-muted group-open:ml-auto group-[:not([open])]:ml-0">
          <span className="group-open:hidden">+</span>
          <span className="hidden group-open:inline">−</span>
        </span>
      </summary>
      <div className="flex flex-col gap-4 pt-1 pb-5">{children}</div>
    </details>
  )
}
