'use client'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { Head, Table, Td, Tr } from '@/components/desk/ui/data-table'
import { Empty } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import { Menu } from '@/components/desk/ui/menu'
import { onDemand } from '@/components/desk/ui/on-demand'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { MergeKind } from '@/newsroom/desk/taxonomy'
import type { Merge } from './merge-dialog'

const MergeDialog = onDemand(async () => (await import('./merge-dialog')).MergeDialog)

export interface NameRow {
  id: number
  name: string
  slug: string
  uses: number
  hint: string | null
}

interface Props {
  kind: Exclude<MergeKind, 'category'>
  rows: readonly NameRow[]
  /** what the second column is called */
  hintLabel: string
  /** where its articles are listed at the desk */
  articlesOf: Record<number, string>
  merge: Merge
  /** for tags that nothing carries */
  removeUnused?(ids: number[]): Promise<Outcome<{ count: number }>>
  editor(row: NameRow, close: () => void): ReactNode
}

/** A register of names: what each is called, what carries it, and what can be made of it. */
export function NameTable({ kind, rows, hintLabel, articlesOf, merge, removeUnused, editor }: Props) {
  const t = useTexts()
  const [edited, setEdited] = useState<NameRow | null>(null)
  const [merged, setMerged] = useState<NameRow | null>(null)
  if (rows.length === 0) return <Empty title={t('taxonomy.nothing')} text={t('taxonomy.nothing-text')} />
  return (
    <>
      {removeUnused && <RemoveUnused rows={rows} remove={removeUnused} />}
      <Table label={t(`taxonomy.kind.${kind}`)}>
        <Head columns={[t('taxonomy.name'), hintLabel, { numeric: t('taxonomy.uses') }]} actions={t('taxonomy.actions')} />
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id} className="*:align-middle">
              <Td className="font-medium">{row.name}</Td>
              <Td className="max-w-80 truncate text-muted">{row.hint}</Td>
              <Td numeric>
                <Link href={articlesOf[row.id] ?? '/admin/articles'} className="hover:underline">
                  {t('taxonomy.count', { count: row.uses, more: row.uses >= 1000 ? '+' : '' })}
                </Link>
              </Td>
              <Td className="w-px py-1 whitespace-nowrap">
                <Menu
                  label={t('taxonomy.actions-for', { name: row.name })}
                  trigger="⋯"
                  items={[
                    { label: t('common.edit'), onSelect: () => setEdited(row) },
                    { label: t('taxonomy.merge.action'), onSelect: () => setMerged(row) },
                  ]}
                />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {edited && editor(edited, () => setEdited(null))}
      <MergeDialog kind={kind} from={merged} onClose={() => setMerged(null)} merge={merge} />
    </>
  )
}

function RemoveUnused({ rows, remove }: { rows: readonly NameRow[]; remove: NonNullable<Props['removeUnused']> }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { run, errors } = useAction(remove)
  const unused = rows.filter(({ uses }) => uses === 0)
  if (unused.length === 0) return null
  return (
    <div className="mb-4">
      <FaultList errors={errors} />
      <Button onClick={() => setOpen(true)}>{t('taxonomy.unused.remove', { count: unused.length })}</Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('taxonomy.unused.title', { count: unused.length })}
        text={t('taxonomy.unused.text', {
          names: unused
            .slice(0, 8)
            .map(({ name }) => name)
            .join('、'),
        })}
        confirmLabel={t('common.delete')}
        danger
        typeToConfirm={unused.length === 1 ? (unused[0]?.name ?? '') : String(unused.length)}
        onConfirm={async () => void (await run(unused.map(({ id }) => id)))}
      />
    </div>
  )
}
