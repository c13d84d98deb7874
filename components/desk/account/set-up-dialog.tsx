'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { Outcome } from '@/newsroom/desk/outcome'

export interface SetUp {
  qrSvg: string
  /** the same, to be typed by hand */
  key: string
}

interface SetUpDialogProps {
  setUp: SetUp
  onClose(): void
  turnOn(code: string): Promise<Outcome<{ backupCodes: string[] }>>
  onDone(backupCodes: string[]): void
}

/** The code to be scanned, and the first six digits that prove it was. */
export function SetUpDialog({ setUp, onClose, turnOn, onDone }: SetUpDialogProps) {
  const t = useTexts()
  const [code, setCode] = useState('')
  const { run, busy, errors } = useAction(turnOn)
  const submit = async () => {
    const outcome = await run(code)
    if (outcome.ok) onDone(outcome.backupCodes)
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('account.second-factor.title')}
      description={t('account.second-factor.scan')}
      answer={t('account.second-factor.turn-on')}
      busy={busy}
      onSubmit={submit}
    >
      <img
        alt={t('account.second-factor.qr')}
        src={`data:image/svg+xml,${encodeURIComponent(setUp.qrSvg)}`}
        className="size-52 self-center"
      />
      <details className="text-14">
        <summary className="text-muted">{t('account.second-factor.by-hand')}</summary>
        <code className="mt-2 block font-mono tracking-wider break-all">{setUp.key.match(/.{1,4}/g)?.join(' ')}</code>
      </details>
      <FaultList errors={errors} />
      <Field label={t('account.second-factor.code')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            className="font-mono tracking-wider"
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
