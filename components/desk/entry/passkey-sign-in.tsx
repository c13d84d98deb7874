'use client'
import { startAuthentication } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { passkeyObstacle } from '@/components/desk/passkey-support'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { type Outcome, refused } from '@/newsroom/desk/outcome'

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Authentication = Awaited<ReturnType<typeof startAuthentication>>

interface PasskeySignInProps {
  /** where to go afterwards */
  next: string
  options(): Promise<Outcome<{ options: RequestOptions }>>
  signIn(response: Authentication, next: string): Promise<Outcome>
}

/** Offered where a passkey can be used at all: with scripts, at a name, over TLS or on this machine. */
export function PasskeySignIn({ next, options, signIn }: PasskeySignInProps) {
  const t = useTexts()
  const [isOffered, setOffered] = useState(false)
  useEffect(() => setOffered(passkeyObstacle() === null), [])
  const { run, busy, errors } = useAction(async (): Promise<Outcome> => {
    const asked = await options()
    if (!asked.ok) return asked
    const response = await startAuthentication({ optionsJSON: asked.options }).catch(() => null)
    return response ? await signIn(response, next) : refused({ code: 'sign-in.passkey' })
  })
  if (!isOffered) return null
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-5">
      <FaultList errors={errors} />
      <Button busy={busy} onClick={() => run()}>
        {t('auth.passkey')}
      </Button>
    </div>
  )
}
