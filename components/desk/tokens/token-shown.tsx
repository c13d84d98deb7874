'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Field, TextInput } from '@/components/desk/ui/field'
import { notify } from '@/components/desk/ui/toast'

/** A token just made: shown here and never again. */
export function TokenShown({ token, onClose }: { token: string; onClose(): void }) {
  const t = useTexts()
  const copy = async () => {
    await navigator.clipboard.writeText(token)
    notify(t('tokens.copied'))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tokens.token')}
      description={t('tokens.shown-once')}
      actions={
        <>
          <Button kind="primary" onClick={copy}>
            {t('tokens.copy')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <Field label={t('tokens.token')}>
        {(ids) => (
          <TextInput {...ids} readOnly value={token} className="font-mono text-13" onFocus={(event) => event.target.select()} />
        )}
      </Field>
    </Dialog>
  )
}
