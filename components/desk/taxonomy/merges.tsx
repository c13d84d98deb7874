'use client'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { Outcome } from '@/newsroom/desk/outcome'

interface Props {
  merges: readonly { id: number; from: string; into: string; by: string | null; mergedAt: Date }[]
  takeBack(mergeId: number): Promise<Outcome>
}

/** What was merged lately, each with its way back. */
export function Merges({ merges, takeBack }: Props) {
  const t = useTexts()
  const { run, busy, errors } = useAction(takeBack)
  if (merges.length === 0) return null
  return (
    <section aria-labelledby="merges" className="mt-12">
      <h2 id="merges" className="border-b border-line pb-2 text-16 font-semibold">
        {t('taxonomy.merges.title')}
      </h2>
      <FaultList errors={errors} />
      <ul>
        {merges.map(({ id, from, into, by, mergedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 text-14">
            <span className="min-w-48 flex-1">{t('taxonomy.merges.line', { from, into })}</span>
            <span className="text-13 text-muted">
              {by} <When at={mergedAt} style="short" />
            </span>
            <Button kind="quiet" busy={busy} onClick={() => void run(id)} aria-label={t('taxonomy.merges.undo', { from })}>
              {t('common.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
