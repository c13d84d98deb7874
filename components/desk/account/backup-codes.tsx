'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { notify } from '@/components/desk/ui/toast'

/** Shown once, until somebody says that they kept them. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const t = useTexts()
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    notify(t('account.second-factor.copied'))
  }
  return (
    <Dialog
      open
      onClose={onDone}
      title={t('account.second-factor.codes-title')}
      description={t('account.second-factor.codes-lead')}
      actions={
        <>
          <Button kind="primary" onClick={onDone}>
            {t('account.second-factor.codes-kept')}
          </Button>
          <Button onClick={copy}>{t('account.second-factor.copy')}</Button>
        </>
      }
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-16">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  )
}
