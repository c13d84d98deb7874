'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import type { Outcome } from '@/newsroom/desk/outcome'
import { PasswordDialog } from './password-dialog'
import { type SetUp, SetUpDialog } from './set-up-dialog'

export interface TurnOnProps {
  kind?: 'primary'
  begin(password: string): Promise<Outcome<SetUp>>
  turnOn(code: string): Promise<Outcome<{ backupCodes: string[] }>>
  /** shown once, by whoever asked */
  onDone(backupCodes: string[]): void
}

/** 开启两步验证: the password once more, the code to be scanned, six digits. */
export function TurnOn({ kind, begin, turnOn, onDone }: TurnOnProps) {
  const t = useTexts()
  const [asking, setAsking] = useState(false)
  const [setUp, setSetUp] = useState<SetUp | null>(null)
  const { run, busy, errors } = useAction(begin)
  const confirm = async (password: string) => {
    const outcome = await run(password)
    if (!outcome.ok) return
    setSetUp({ qrSvg: outcome.qrSvg, key: outcome.key })
    setAsking(false)
  }
  return (
    <>
      <Button kind={kind} onClick={() => setAsking(true)}>
        {t('account.second-factor.turn-on')}
      </Button>
      <PasswordDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('account.second-factor.title')}
        confirmLabel={t('common.confirm')}
        busy={busy}
        errors={errors}
        onConfirm={confirm}
      />
      {setUp && (
        <SetUpDialog
          setUp={setUp}
          onClose={() => setSetUp(null)}
          turnOn={turnOn}
          onDone={(codes) => {
            setSetUp(null)
            onDone(codes)
          }}
        />
      )}
    </>
  )
}
