'use client'
import { useState } from 'react'
import { suggest } from '@/components/desk/editor/panel/suggest'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Combobox } from '@/components/desk/ui/combobox'
import { FaultList } from '@/components/desk/ui/faults'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { MergeKind } from '@/newsroom/desk/taxonomy'

export type Merge = (input: { kind: MergeKind; fromId: number; intoId: number }) => Promise<Outcome<{ mergeId: number }>>

interface Props {
  kind: MergeKind
  /** what goes; null: closed */
  from: { id: number; name: string; uses: number } | null
  onClose(): void
  merge: Merge
}

const SUGGESTED = { category: 'categories', tag: 'tags', source: 'sources', person: 'people' } as const

/** Choose what a name becomes part of, and read what that does, before it is done. */
export function MergeDialog({ kind, from, onClose, merge }: Props) {
  const t = useTexts()
  const { run, busy, errors } = useAction(merge)
  const [into, setInto] = useState<{ key: string; label: string }[]>([])
  const target = into[0]
  const close = () => {
    setInto([])
    onClose()
  }
  const confirm = async () => {
    if (!from || !target) return
    const outcome = await run({ kind, fromId: from.id, intoId: Number(target.key) })
    if (!outcome.ok) return
    notify(t('taxonomy.merge.done', { from: from.name, into: target.label }))
    close()
  }
  return (
    <FormDialog
      open={from !== null}
      onClose={close}
      title={t('taxonomy.merge.title', { name: from?.name ?? '' })}
      description={t(kind === 'person' ? 'taxonomy.merge.text-person' : 'taxonomy.merge.text', { count: from?.uses ?? 0 })}
      answer={t('taxonomy.merge.confirm')}
      busy={busy}
      disabled={!target}
      onSubmit={confirm}
    >
      <Combobox
        label={t('taxonomy.merge.into')}
        value={into}
        onChange={setInto}
        search={async (text) => (await suggest(SUGGESTED[kind], text)).filter(({ key }) => key !== String(from?.id))}
      />
      <FaultList errors={errors} />
    </FormDialog>
  )
}
