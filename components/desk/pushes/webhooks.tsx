'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { WebhookState } from '@/newsroom/push/states'
import type { WebhookInput } from '@/newsroom/push/webhook'
import type { TryAgain } from './channel-list'
import { SecretDialog } from './secret-dialog'
import { WebhookDialog } from './webhook-dialog'
import { WebhookLine } from './webhook-line'

export interface WebhookDeeds {
  create(input: WebhookInput): Promise<Outcome<{ secret: string }>>
  change(id: number, input: WebhookInput): Promise<Outcome>
  renew(id: number): Promise<Outcome<{ secret: string }>>
  remove(id: number): Promise<Outcome>
  test(id: number): Promise<Outcome>
  tryAgain: TryAgain
}

type Asked = { what: 'remove' | 'renew'; hook: WebhookState }
/** When a test's answer can be there. */
const LOOK_AGAIN_MS = [1_500, 4_000, 11_000]

/** Other systems that hear of every article. */
export function Webhooks({ webhooks, deeds }: { webhooks: readonly WebhookState[]; deeds: WebhookDeeds }) {
  const t = useTexts()
  const router = useRouter()
  const [editing, setEditing] = useState<WebhookState | 'new' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asked | null>(null)
  const { run, errors } = useAction((deed: () => Promise<Outcome>) => deed())

  const test = async ({ id }: WebhookState) => {
    if (!(await run(() => deeds.test(id))).ok) return
    notify(t('pushes.webhooks.tested'))
    for (const ms of LOOK_AGAIN_MS) setTimeout(() => router.refresh(), ms)
  }
  const again = ({ id }: WebhookState) =>
    run(async () => {
      const outcome = await deeds.tryAgain({ channel: 'webhook', webhookId: id })
      if (outcome.ok) notify(t('pushes.tried', { count: outcome.count }))
      return outcome
    })
  const turn = ({ id, url, events, active }: WebhookState) =>
    run(() => deeds.change(id, { url, events: events as WebhookInput['events'], active: !active }))
  const confirm = async () => {
    if (!asking) return
    const { what, hook } = asking
    await run(async () => {
      if (what === 'renew') {
        const outcome = await deeds.renew(hook.id)
        if (outcome.ok) setSecret(outcome.secret)
        return outcome
      }
      const outcome = await deeds.remove(hook.id)
      if (outcome.ok) notify(t('pushes.webhooks.removed'))
      return outcome
    })
  }
  return (
    <Section title={t('pushes.webhooks.title')} lead={t('pushes.webhooks.lead')}>
      <FaultList errors={errors} />
      {webhooks.length === 0 ? (
        <p className="text-14 text-muted">{t('pushes.webhooks.empty')}</p>
      ) : (
        <ul aria-label={t('pushes.webhooks.title')} className="divide-y divide-line border-y border-line">
          {webhooks.map((hook) => (
            <WebhookLine
              key={hook.id}
              hook={hook}
              items={[
                { label: t('pushes.webhooks.test'), onSelect: () => test(hook), disabled: !hook.active },
                { label: t('pushes.try-again'), onSelect: () => again(hook), disabled: hook.waiting + hook.gaveUp === 0 },
                { label: t('common.edit'), onSelect: () => setEditing(hook) },
                { label: t(hook.active ? 'pushes.webhooks.off' : 'pushes.webhooks.on'), onSelect: () => turn(hook) },
                { label: t('pushes.webhooks.renew'), onSelect: () => setAsking({ what: 'renew', hook }) },
                { label: t('common.remove'), onSelect: () => setAsking({ what: 'remove', hook }), danger: true },
              ]}
            />
          ))}
        </ul>
      )}
      <div>
        <Button onClick={() => setEditing('new')}>{t('pushes.webhooks.add')}</Button>
      </div>
      {editing && (
        <WebhookDialog
          hook={editing === 'new' ? null : editing}
          deeds={deeds}
          onClose={() => setEditing(null)}
          onMade={(made) => {
            setEditing(null)
            setSecret(made)
          }}
        />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      {asking && (
        <ConfirmDialog
          open
          danger={asking.what === 'remove'}
          onClose={() => setAsking(null)}
          title={t(`pushes.webhooks.${asking.what}-title`, { name: asking.hook.shown })}
          text={t(`pushes.webhooks.${asking.what}-text`)}
          confirmLabel={asking.what === 'remove' ? t('common.remove') : t('pushes.webhooks.renew')}
          onConfirm={confirm}
        />
      )}
    </Section>
  )
}
