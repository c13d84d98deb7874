'use client'
import { useTexts } from '@/components/desk/texts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/newsroom/password'
import { Field, TextInput } from './field'

/** A password to be chosen, `password` of its form. */
export function NewPassword({ autoFocus }: { autoFocus?: boolean }) {
  const t = useTexts()
  return (
    <Field label={t('auth.new-password')} hint={t('auth.password-hint', { least: SHORTEST_PASSWORD })}>
      {(ids) => (
        <TextInput
          {...ids}
          type="password"
          name="password"
          autoComplete="new-password"
          minLength={SHORTEST_PASSWORD}
          maxLength={LONGEST_PASSWORD}
          required
          autoFocus={autoFocus}
        />
      )}
    </Field>
  )
}
