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
  email: string
}

interface SignInFormProps {
  action: (state: State, form: FormData) => Promise<State>
  /** where to go afterwards */
  next: string
  /** whether a new password was set just now */
  reset: boolean
}

/** E-mail and password. Works as a plain form where no script runs. */
export function SignInForm({ action, next, reset }: SignInFormProps) {
  const t = useTexts()
  const [state, submit, busy] = useActionState(action, { errors: [], email: '' })
  return (
    <form action={submit} className="flex flex-col gap-5">
      <h1 className="text-20 font-semibold">{t('auth.sign-in')}</h1>
      {reset && state.errors.length === 0 && <p className="text-14 text-state-live">{t('auth.reset-done')}</p>}
      <FaultList errors={state.errors} />
      <input type="hidden" name="next" value={next} />
      <Field label={t('auth.email')}>
        {(ids) => (
          <TextInput
            {...ids}
            type="email"
            name="email"
            defaultValue={state.email}
            autoComplete="username webauthn"
            required
            autoFocus
          />
        )}
      </Field>
      <Field label={t('auth.password')}>
        {(ids) => <TextInput {...ids} type="password" name="password" autoComplete="current-password" required />}
      </Field>
      <Button type="submit" kind="primary" busy={busy}>
        {t('auth.sign-in')}
      </Button>
      <p className="text-14">
        <Link href="/admin/forgot" className="underline underline-offset-4">
          {t('auth.forgot')}
        </Link>
      </p>
    </form>
  )
}
