import type { ReactNode } from 'react'

/** One list of the day under a hairline, named and counted. */
export function DaySection({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-3">
      <h2 className="mb-1 flex items-baseline gap-2 text-16 font-semibold">
        {title}
        {count !== undefined && count > 0 && <span className="text-13 font-normal text-muted tabular-nums">{count}</span>}
      </h2>
      {children}
    </section>
  )
}
