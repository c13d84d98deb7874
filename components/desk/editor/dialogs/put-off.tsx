'use client'
import { Button } from '@/components/desk/ui/button'

/** A question that was closed without an answer: it stays in sight, and opens again. */
export function PutOff({ text, label, onOpen }: { text: string; label: string; onOpen(): void }) {
  return (
    <div
      role="status"
      className="fixed right-4 bottom-28 z-30 flex items-center gap-3 rounded-md border border-line bg-raised px-4 py-2 text-14 shadow-raised tablet:bottom-14"
    >
      {text}
      <Button onClick={onOpen}>{label}</Button>
    </div>
  )
}
