'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Menu } from '@/components/desk/ui/menu'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { RootFile } from '@/newsroom/root-file'
import { RootFileDialog } from './root-file-dialog'

interface Props {
  files: readonly RootFile[]
  put(file: RootFile): Promise<Outcome>
  remove(name: string): Promise<Outcome>
}

/** Files that others look for at the root of the site. */
export function RootFiles({ files, put, remove }: Props) {
  const t = useTexts()
  const [editing, setEditing] = useState<RootFile | 'new' | null>(null)
  const [removing, setRemoving] = useState<RootFile | null>(null)
  const { run, errors } = useAction(remove)
  const confirm = async () => {
    if (removing && (await run(removing.name)).ok) notify(t('settings.files.removed', { name: removing.name }))
  }
  return (
    <Section title={t('settings.files.title')} lead={t('settings.files.lead')}>
      <FaultList errors={errors} />
      {files.length === 0 ? (
        <p className="text-14 text-muted">{t('settings.files.empty')}</p>
      ) : (
        <ul aria-label={t('settings.files.title')} className="border-t border-line">
          {files.map((file) => (
            <li key={file.name} className="flex min-h-11 items-center gap-4 border-b border-line text-14">
              <a
                href={`/${file.name}`}
                target="_blank"
                rel="noopener"
                className="min-w-0 flex-1 py-2 font-mono break-all underline decoration-line underline-offset-4 hover:decoration-ink"
              >
                /{file.name}
              </a>
              <span className="shrink-0 text-13 text-muted">{t('settings.files.size', { count: file.text.length })}</span>
              <Menu
                label={t('settings.files.actions', { name: file.name })}
                trigger={<span aria-hidden="true">⋯</span>}
                items={[
                  { label: t('common.edit'), onSelect: () => setEditing(file) },
                  { label: t('common.remove'), onSelect: () => setRemoving(file), danger: true },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onClick={() => setEditing('new')}>{t('settings.files.add')}</Button>
      </div>
      {editing && <RootFileDialog file={editing === 'new' ? null : editing} put={put} onClose={() => setEditing(null)} />}
      {removing && (
        <ConfirmDialog
          open
          danger
          onClose={() => setRemoving(null)}
          title={t('settings.files.remove-title', { name: removing.name })}
          text={t('settings.files.remove-text')}
          confirmLabel={t('common.remove')}
          onConfirm={confirm}
        />
      )}
    </Section>
  )
}
