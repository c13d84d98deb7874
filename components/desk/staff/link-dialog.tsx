'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Field, TextInput } from '@/components/desk/ui/field'
import { notify } from '@/components/desk/ui/toast'
import type { Handed } from './staff-deeds'

/** A link that opens once, for whoever it is meant for; shown here and never again. */
export function LinkDialog({ handed: { link, email, mailed }, onClose }: { handed: Handed; onClose(): void }) {
  const t = useTexts()
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    notify(t('staff.copied'))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('staff.link-title')}
      description={mailed ? t('staff.link-mailed', { email }) : t('staff.link-not-mailed')}
      actions={
        <>
          <Button kind="primary" onClick={copy}>
            {t('staff.copy')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <Field label={t('staff.link-title')}>
        {(ids) => (
          <TextInput {...ids} readOnly value={link} className="font-mono text-13" onFocus={(event) => event.target.select()} />
        )}
      </Field>
    </Dialog>
  )
}
