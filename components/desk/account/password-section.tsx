'use client'
import { useRef } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { NewPassword } from '@/components/desk/ui/new-password'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'

interface PasswordSectionProps {
  /** for the browser's memory of passwords */
  email: string
  change(current: string, password: string): Promise<Outcome>
}

export function PasswordSection({ email, change }: PasswordSectionProps) {
  const t = useTexts()
  const form = useRef<HTMLFormElement>(null)
  const { run, busy, errors } = useAction(change)
  const submit = async (data: FormData) => {
    const outcome = await run(String(data.get('current')), String(data.get('password')))
    if (!outcome.ok) return
    form.current?.reset()
    notify(t('account.password-changed'))
  }
  return (
    <Section title={t('account.password')} lead={t('account.password-lead')}>
      <FaultList errors={errors} />
      <form
        ref={form}
        className="flex max-w-96 flex-col gap-4"
        onSubmit={(event) => {
          // A form action would empty the fields of a refused password as well.
          event.preventDefault()
          void submit(new FormData(event.currentTarget))
        }}
      >
        <input type="email" value={email} autoComplete="username" readOnly hidden />
        <Field label={t('account.current-password')}>
          {(ids) => <TextInput {...ids} type="password" name="current" autoComplete="current-password" required />}
        </Field>
        <NewPassword />
        <div>
          <Button type="submit" busy={busy}>
            {t('account.change-password')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
