import { When } from '@/components/desk/ui/when'
import type { LastImport } from '@/newsroom/desk/desk-day'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'

export function ImportLine({ t, run: { archive, startedAt, finishedAt, counts } }: { t: DeskTexts; run: LastImport }) {
  const { created = 0, changed = 0, refused = 0 } = counts
  const result = finishedAt
    ? created + changed + refused === 0
      ? t('day.import.none')
      : t('day.import.counts', { created, changed, refused })
    : t('day.import.running')
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 py-2 text-14">
      <span className="text-13 text-muted">
        <When at={startedAt} />
      </span>
      <span className="text-muted">{archive}</span>
      <span>{result}</span>
    </p>
  )
}
