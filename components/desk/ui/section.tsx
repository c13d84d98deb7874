import { type ReactNode, useId } from 'react'

/** A part of a page of settings: its name to the left where there is room, a hairline above. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t border-line py-8 desktop:grid-cols-[14rem_1fr] desktop:gap-8">
      <div>
        <h2 id={id} className="text-16 font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-1 text-13 text-muted">{lead}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  )
}
