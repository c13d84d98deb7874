'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { Role } from '@/newsroom/desk/staff'

interface ProfileProps {
  name: string
  email: string
  role: Role
  /** none: the whole paper */
  desks: readonly string[]
  change(name: string): Promise<Outcome>
}

export function Profile({ name, email, role, desks, change }: ProfileProps) {
  const t = useTexts()
  const [typed, setTyped] = useState(name)
  const { run, busy, errors } = useAction(change)
  const save = async () => {
    if ((await run(typed)).ok) notify(t('account.saved'))
  }
  return (
    <Section title={t('account.profile')}>
      <FaultList errors={errors} />
      <form action={save} className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <Field label={t('account.name')}>
            {(ids) => (
              <TextInput
                {...ids}
                value={typed}
                maxLength={60}
                required
                autoComplete="name"
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" busy={busy} disabled={typed.trim() === name} className="min-h-10">
          {t('common.save')}
        </Button>
      </form>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-14">
        <dt className="text-muted">{t('account.email')}</dt>
        <dd>
          {email} <span className="text-13 text-muted">{t('account.email-hint')}</span>
        </dd>
        <dt className="text-muted">{t('account.role')}</dt>
        <dd>{t(`common.role.${role}`)}</dd>
        <dt className="text-muted">{t('account.desk')}</dt>
        <dd>{desks.length > 0 ? desks.join(' · ') : t('account.whole-paper')}</dd>
      </dl>
    </Section>
  )
}
