'use client'
import type { ReactNode } from 'react'

/** A line above the sheet that says why it is as it is, with what can be done about it. */
export function NoticeBar({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="status"
      className="mx-auto flex w-full max-w-2xl flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 text-14"
    >
      <div className="min-w-48 flex-1">{children}</div>
      {action}
    </div>
  )
}
