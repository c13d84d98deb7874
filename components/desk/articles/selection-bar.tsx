'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { BULK_KINDS, type BulkKind } from '@/newsroom/desk/bulk-kinds'
import { atLeast, type Role } from '@/newsroom/desk/staff'
import type { RowSelection } from './use-selection'

/** Who is offered what; whether it may be done to an article is decided for each. */
const LEAST: Record<BulkKind, Role> = {
  tags: 'editor',
  category: 'editor',
  submit: 'reporter',
  publish: 'editor',
  withdraw: 'chief',
  discard: 'reporter',
}

interface Props {
  selection: RowSelection
  role: Role
  onChoose(kind: BulkKind): void
}

/** What can be done to the rows chosen; stays in sight. */
export function SelectionBar({ selection, role, onChoose }: Props) {
  const t = useTexts()
  return (
    <section
      aria-label={t('articles.select.label')}
      className="sticky bottom-0 z-20 -mx-2 mt-4 flex flex-wrap items-center gap-2 border-t-2 border-ink bg-sheet px-2 py-3 max-tablet:bottom-14"
    >
      <p aria-live="polite" className="mr-2 text-14 font-medium tabular-nums">
        {t('articles.select.count', { count: selection.chosen.length })}
      </p>
      {BULK_KINDS.filter((kind) => atLeast(role, LEAST[kind])).map((kind) => (
        <Button
          key={kind}
          kind={kind === 'withdraw' || kind === 'discard' ? 'danger' : 'plain'}
          onClick={() => onChoose(kind)}
          className="px-3"
        >
          {t(`articles.bulk.label.${kind}`)}
        </Button>
      ))}
      <span className="flex-1" />
      {!selection.hasAll && (
        <Button kind="quiet" onClick={selection.toggleAll}>
          {t('articles.select.all')}
        </Button>
      )}
      <Button kind="quiet" onClick={selection.clear}>
        {t('articles.select.clear')}
      </Button>
    </section>
  )
}
