'use client'
import Link from 'next/link'
import { useState } from 'react'
import { BackupCodes } from '@/components/desk/account/backup-codes'
import { TurnOn, type TurnOnProps } from '@/components/desk/account/turn-on'
import { useTexts } from '@/components/desk/texts'
import { ButtonLink } from '@/components/desk/ui/button'

interface OwedFactorProps extends Pick<TurnOnProps, 'begin' | 'turnOn'> {
  /** theirs is on: they go on to `next` */
  on: boolean
  next: string
}

/** Where the paper asks for a second factor: whoever has none sets it up, keeps the backup codes, and goes on to the desk. */
export function OwedFactor({ on, next, begin, turnOn }: OwedFactorProps) {
  const t = useTexts()
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-20 font-semibold">{t('auth.owed-title')}</h1>
      <p className="text-14">{t(on ? 'account.second-factor.on' : 'auth.owed-lead')}</p>
      {on ? (
        <ButtonLink href={next} kind="primary">
          {t('auth.go-on')}
        </ButtonLink>
      ) : (
        <>
          <TurnOn kind="primary" begin={begin} turnOn={turnOn} onDone={setCodes} />
          <p className="text-14">
            <Link href="/admin/sign-in" className="underline underline-offset-4">
              {t('auth.other-account')}
            </Link>
          </p>
        </>
      )}
      {codes && <BackupCodes codes={codes} onDone={() => setCodes(null)} />}
    </div>
  )
}
