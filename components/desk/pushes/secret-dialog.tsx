'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Field, TextInput } from '@/components/desk/ui/field'
import { notify } from '@/components/desk/ui/toast'

/** What signs a webhook's messages; shown here and never again. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose(): void }) {
  const t = useTexts()
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    notify(t('pushes.secret.copied'))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pushes.secret.title')}
      description={t('pushes.secret.lead')}
      actions={
        <>
          <Button kind="primary" onClick={copy}>
            {t('pushes.secret.copy')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <Field label={t('pushes.secret.title')}>
        {(ids) => (
          <TextInput {...ids} readOnly value={secret} className="font-mono text-13" onFocus={(event) => event.target.select()} />
        )}
      </Field>
    </Dialog>
  )
}
