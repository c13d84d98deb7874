'use client'
import Link from 'next/link'
import { useActionState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import type { Fault } from '@/newsroom/desk/outcome'

interface State {
  errors: Fault[]
  sent: string | null
}

/** Asks for a link to a new password. */
export function ForgotForm({ action }: { action: (state: State, form: FormData) => Promise<State> }) {
  const t = useTexts()
  const [state, submit, busy] = useActionState(action, { errors: [], sent: null })
  return (
    <form action={submit} className="flex flex-col gap-5">
      <h1 className="text-20 font-semibold">{t('auth.forgot-title')}</h1>
      {state.sent ? (
        <p role="status" className="text-14">
          {t('auth.forgot-sent', { email: state.sent })}
        </p>
      ) : (
        <>
          <p className="text-14 text-muted">{t('auth.forgot-lead')}</p>
          <FaultList errors={state.errors} />
          <Field label={t('auth.email')}>
            {(ids) => <TextInput {...ids} type="email" name="email" autoComplete="username" required autoFocus />}
          </Field>
          <Button type="submit" kind="primary" busy={busy}>
            {t('auth.forgot-submit')}
          </Button>
        </>
      )}
      <p className="text-14">
        <Link href="/admin/sign-in" className="underline underline-offset-4">
          {t('auth.back-to-sign-in')}
        </Link>
      </p>
    </form>
  )
}
