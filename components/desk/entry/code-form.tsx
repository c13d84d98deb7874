'use client'
import Link from 'next/link'
import { useActionState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import type { Fault } from '@/newsroom/desk/outcome'

interface CodeFormProps {
  action: (state: { errors: Fault[] }, form: FormData) => Promise<{ errors: Fault[] }>
  next: string
}

/** The second factor: six digits of the authenticator, or a backup code. */
export function CodeForm({ action, next }: CodeFormProps) {
  const t = useTexts()
  const [state, submit, busy] = useActionState(action, { errors: [] })
  return (
    <form action={submit} className="flex flex-col gap-5">
      <h1 className="text-20 font-semibold">{t('auth.code-title')}</h1>
      <FaultList errors={state.errors} />
      <input type="hidden" name="next" value={next} />
      <Field label={t('auth.code')} hint={t('auth.code-hint')}>
        {(ids) => (
          <TextInput
            {...ids}
            name="code"
            autoComplete="one-time-code"
            spellCheck={false}
            autoCapitalize="none"
            required
            autoFocus
            className="font-mono tracking-wider"
          />
        )}
      </Field>
      <Button type="submit" kind="primary" busy={busy}>
        {t('auth.verify')}
      </Button>
      <p className="text-14">
        <Link href="/admin/sign-in" className="underline underline-offset-4">
          {t('auth.other-account')}
        </Link>
      </p>
    </form>
  )
}
