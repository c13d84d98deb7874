'use client'
import { startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import { passkeyObstacle } from '@/components/desk/passkey-support'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import { When } from '@/components/desk/ui/when'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { PasswordDialog } from './password-dialog'

export interface Passkey {
  id: string
  name: string
  since: string
  used: string | null
}

type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']
type Registration = Awaited<ReturnType<typeof startRegistration>>

interface PasskeysProps {
  keys: readonly Passkey[]
  options(password: string): Promise<Outcome<{ options: CreationOptions }>>
  add(name: string, response: Registration): Promise<Outcome>
  remove(id: string, password: string): Promise<Outcome>
}

/** 通行密钥: what signs in without a password. */
export function Passkeys({ keys, options, add, remove }: PasskeysProps) {
  const t = useTexts()
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Passkey | null>(null)
  const [name, setName] = useState('')
  const removing = useAction(remove)
  const making = useAction(async (password: string): Promise<Outcome> => {
    const obstacle = passkeyObstacle()
    if (obstacle) return refused({ code: obstacle })
    const asked = await options(password)
    if (!asked.ok) return asked
    const response = await startRegistration({ optionsJSON: asked.options }).catch(() => null)
    return response ? await add(name.trim() || t('account.passkeys.unnamed'), response) : refused({ code: 'sign-in.passkey' })
  })
  const confirmAdd = async (password: string) => {
    if (!(await making.run(password)).ok) return
    setAdding(false)
    setName('')
    notify(t('account.passkeys.added'))
  }
  const confirmRemove = async (password: string) => {
    if (!leaving || !(await removing.run(leaving.id, password)).ok) return
    setLeaving(null)
    notify(t('account.passkeys.removed'))
  }
  return (
    <Section title={t('account.passkeys.title')} lead={t('account.passkeys.lead')}>
      {keys.length === 0 ? (
        <p className="text-14 text-muted">{t('account.passkeys.none')}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-14">
              <span className="min-w-32 flex-1">{key.name}</span>
              <span className="text-13 text-muted">
                {key.used ? (
                  <>
                    {t('account.passkeys.used')} <When at={key.used} />
                  </>
                ) : (
                  t('account.passkeys.never-used')
                )}
              </span>
              <Button kind="quiet" onClick={() => setLeaving(key)}>
                {t('account.passkeys.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onClick={() => setAdding(true)}>{t('account.passkeys.add')}</Button>
      </div>
      <PasswordDialog
        open={adding}
        onClose={() => setAdding(false)}
        title={t('account.passkeys.add')}
        confirmLabel={t('common.add')}
        busy={making.busy}
        errors={making.errors}
        onConfirm={confirmAdd}
      >
        <Field label={t('account.passkeys.name')} hint={t('account.passkeys.name-hint')}>
          {(ids) => <TextInput {...ids} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </PasswordDialog>
      <PasswordDialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('account.passkeys.remove-title', { name: leaving?.name ?? '' })}
        text={t('account.passkeys.remove-text')}
        confirmLabel={t('account.passkeys.remove')}
        danger
        busy={removing.busy}
        errors={removing.errors}
        onConfirm={confirmRemove}
      />
      {!leaving && <FaultList errors={removing.errors} />}
    </Section>
  )
}
