import type { ReactNode } from 'react'

/** A page's name, a line about it, and what one does here: one primary action at most. */
export function PageHead({ title, lead, actions }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-24 font-semibold text-balance">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-14 text-pretty text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
