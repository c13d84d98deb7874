import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-sm border border-line bg-paper px-1.5 font-sans text-13 text-muted">{children}</kbd>
}
