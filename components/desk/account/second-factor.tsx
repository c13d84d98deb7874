'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import { atLeast, type Role } from '@/newsroom/desk/staff'
import { BackupCodes } from './backup-codes'
import { PasswordDialog } from './password-dialog'
import { TurnOn, type TurnOnProps } from './turn-on'

interface SecondFactorProps extends Pick<TurnOnProps, 'begin' | 'turnOn'> {
  on: boolean
  /** the paper asks it of them: it is not turned off */
  asked: boolean
  role: Role
  turnOff(password: string): Promise<Outcome>
  replaceCodes(password: string): Promise<Outcome<{ backupCodes: string[] }>>
}

/** 两步验证: set up with an authenticator, its backup codes, and off again. */
export function SecondFactor({ on, asked, role, begin, turnOn, turnOff, replaceCodes }: SecondFactorProps) {
  const t = useTexts()
  const [asking, setAsking] = useState<'off' | 'codes' | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const ending = useAction(turnOff)
  const replacing = useAction(replaceCodes)
  const isAdvised = !on && atLeast(role, 'chief')

  const confirm = async (password: string) => {
    if (asking === 'codes') {
      const outcome = await replacing.run(password)
      if (!outcome.ok) return
      setCodes(outcome.backupCodes)
    } else {
      if (!(await ending.run(password)).ok) return
      notify(t('account.second-factor.turned-off'))
    }
    setAsking(null)
  }
  const state = asking === 'codes' ? replacing : ending
  return (
    <Section title={t('account.second-factor.title')}>
      <p className="text-14">{t(on ? 'account.second-factor.on' : 'account.second-factor.off')}</p>
      {isAdvised && (
        <p className="border-l-2 border-state-waiting pl-4 text-14">
          {t('account.second-factor.advised', { role: t(`common.role.${role}`) })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {on ? (
          <>
            <Button onClick={() => setAsking('codes')}>{t('account.second-factor.new-codes')}</Button>
            {!asked && (
              <Button kind="quiet" onClick={() => setAsking('off')}>
                {t('account.second-factor.turn-off')}
              </Button>
            )}
          </>
        ) : (
          <TurnOn begin={begin} turnOn={turnOn} onDone={setCodes} />
        )}
      </div>
      {codes && <BackupCodes codes={codes} onDone={() => setCodes(null)} />}
      <PasswordDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking === 'off' ? 'account.second-factor.turn-off-title' : 'account.second-factor.new-codes')}
        confirmLabel={asking === 'off' ? t('account.second-factor.turn-off') : t('common.confirm')}
        danger={asking === 'off'}
        busy={state.busy}
        errors={state.errors}
        onConfirm={confirm}
      />
    </Section>
  )
}
