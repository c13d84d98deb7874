'use client'
import { useActionState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { NewPassword } from '@/components/desk/ui/new-password'
import type { Fault } from '@/newsroom/desk/outcome'

interface State {
  errors: Fault[]
  /** as it was typed, so that nobody types it twice */
  typed?: { name: string; email: string }
}

interface PasswordFormProps {
  action: (state: State, form: FormData) => Promise<State>
  title: string
  lead: string
  /** for the browser's memory of passwords; "": asked for */
  email: string
  /** asked for where given */
  name?: string
  submit: string
}

/** A password chosen by whoever holds a link; with their name where they are new. */
export function PasswordForm({ action, title, lead, email, name, submit }: PasswordFormProps) {
  const t = useTexts()
  const [state, send, busy] = useActionState<State, FormData>(action, { errors: [] })
  return (
    <form action={send} className="flex flex-col gap-5">
      <div>
        <h1 className="text-20 font-semibold">{title}</h1>
        <p className="mt-1 text-14 text-muted">{lead}</p>
      </div>
      <FaultList errors={state.errors} />
      {email ? (
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      ) : (
        <Field label={t('auth.email')}>
          {(ids) => (
            <TextInput
              {...ids}
              type="email"
              name="email"
              defaultValue={state.typed?.email}
              autoComplete="username"
              required
              autoFocus
            />
          )}
        </Field>
      )}
      {name !== undefined && (
        <Field label={t('auth.name')} hint={t('auth.name-hint')}>
          {(ids) => (
            <TextInput
              {...ids}
              name="name"
              defaultValue={state.typed?.name ?? name}
              autoComplete="name"
              maxLength={60}
              required
            />
          )}
        </Field>
      )}
      <NewPassword autoFocus={email !== ''} />
      <Button type="submit" kind="primary" busy={busy}>
        {submit}
      </Button>
    </form>
  )
}
