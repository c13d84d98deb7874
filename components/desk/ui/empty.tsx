'use client'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from './button'
import { classes } from './classes'

/** What a list says while it has nothing: why, and what to do. */
export function Empty({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 py-10">
      <p className="text-16 font-medium">{title}</p>
      {text && <p className="max-w-prose text-14 text-muted">{text}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

/** What could not be done, in a sentence, with a way on. */
export function Fault({ text, retry }: { text: ReactNode; retry?(): void }) {
  const t = useTexts()
  return (
    <div role="alert" className="flex flex-wrap items-center gap-4 border-l-2 border-state-returned py-2 pl-4 text-14">
      <p className="flex-1">{text}</p>
      {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
    </div>
  )
}

const WIDTHS = ['w-11/12', 'w-3/4', 'w-5/6', 'w-2/3']
const bars = (lines: number) => Array.from({ length: lines }, (_, line) => ({ key: line, width: WIDTHS[line % WIDTHS.length] }))

/** The room that lines will take, while they are fetched. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useTexts()
  return (
    <div role="status" className="flex flex-col gap-4 py-2">
      <span className="sr-only">{t('common.loading')}</span>
      {bars(lines).map(({ key, width }) => (
        <span key={key} aria-hidden="true" className={classes('h-4 bg-line motion-safe:animate-pulse', width)} />
      ))}
    </div>
  )
}
