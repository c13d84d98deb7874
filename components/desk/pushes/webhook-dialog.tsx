'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { FaultList } from '@/components/desk/ui/faults'
import { Checkbox, Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import type { Outcome } from '@/newsroom/desk/outcome'
import { WEBHOOK_EVENTS, type WebhookEvent } from '@/newsroom/push/channel'
import type { WebhookState } from '@/newsroom/push/states'
import type { WebhookDeeds } from './webhooks'

interface Props {
  /** null: a new one */
  hook: WebhookState | null
  deeds: Pick<WebhookDeeds, 'create' | 'change'>
  onClose(): void
  /** with the secret of a new one */
  onMade(secret: string): void
}

const wordOf = (event: WebhookEvent) =>
  event.slice('article.'.length) as 'published' | 'updated' | 'corrected' | 'withdrawn' | 'unpublished'

export function WebhookDialog({ hook, deeds, onClose, onMade }: Props) {
  const t = useTexts()
  const [url, setUrl] = useState(hook?.url ?? '')
  const [events, setEvents] = useState<readonly string[]>(hook?.events ?? WEBHOOK_EVENTS)
  const { run, busy, errors } = useAction(async (): Promise<Outcome> => {
    const input = { url, events: WEBHOOK_EVENTS.filter((event) => events.includes(event)), active: hook?.active ?? true }
    if (hook) return await deeds.change(hook.id, input)
    const outcome = await deeds.create(input)
    if (outcome.ok) onMade(outcome.secret)
    return outcome
  })
  const submit = async () => {
    if ((await run()).ok && hook) onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={hook ? t('pushes.webhooks.edit-title', { name: hook.shown }) : t('pushes.webhooks.add')}
      answer={t('common.save')}
      busy={busy}
      noValidate
      onSubmit={submit}
    >
      <FaultList errors={errors} />
      <Field label={t('pushes.webhooks.url')} hint={t('pushes.webhooks.url-hint')}>
        {(ids) => (
          <TextInput
            {...ids}
            type="url"
            value={url}
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-14 font-medium">{t('pushes.webhooks.events')}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <Checkbox
            key={event}
            label={t(`pushes.events.${wordOf(event)}`)}
            hint={<span className="font-mono">{event}</span>}
            checked={events.includes(event)}
            onChange={({ target }) => setEvents(target.checked ? [...events, event] : events.filter((each) => each !== event))}
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}
