import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { MOST_WEBHOOKS, shownHook, type WebhookInput } from '@/newsroom/push/webhook'
import { newToken } from '@/server/link-token'
import { siteRefusal } from './permit-site'
import { recordAudit } from './record-audit'
import { transact } from './transact'

const newSecret = () => `whsec_${newToken()}`

/** Somebody outside hears of articles from now on; answers the secret that signs, which is shown this once. */
export async function createWebhook(actor: StaffActor, input: WebhookInput): Promise<Outcome<{ secret: string }>> {
  const refusal = siteRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    if ((await tx.webhook.count()) >= MOST_WEBHOOKS) return refused({ code: 'webhook.many', params: { most: MOST_WEBHOOKS } })
    const secret = newSecret()
    const { id } = await tx.webhook.create({ data: { ...input, secret }, select: { id: true } })
    await recordAudit(tx, actor, {
      action: 'webhook.create',
      subject: `webhook:${id}`,
      label: shownHook(input.url),
      after: { events: input.events, active: input.active },
    })
    return { ok: true, secret }
  })
}

/** Another address, other events, on or off. One that was switched off begins anew. */
export async function changeWebhook(actor: StaffActor, id: number, input: WebhookInput): Promise<Outcome> {
  const refusal = siteRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const held = await tx.webhook.findUnique({ where: { id } })
    if (!held) return refused({ code: 'not-found' })
    const anew = input.active && (!held.active || held.url !== input.url)
    const fresh = { failures: 0, failingSince: null, pausedUntil: null, switchedOff: false }
    await tx.webhook.update({ where: { id }, data: { ...input, ...(anew && fresh) }, select: { id: true } })
    await recordAudit(tx, actor, {
      action: 'webhook.change',
      subject: `webhook:${id}`,
      label: shownHook(input.url),
      before: { url: shownHook(held.url), events: held.events, active: held.active },
      after: { url: shownHook(input.url), events: input.events, active: input.active },
    })
    return { ok: true }
  })
}

/** What is sent from now on is signed with another secret. */
export async function renewSecret(actor: StaffActor, id: number): Promise<Outcome<{ secret: string }>> {
  const refusal = siteRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const held = await tx.webhook.findUnique({ where: { id }, select: { url: true } })
    if (!held) return refused({ code: 'not-found' })
    const secret = newSecret()
    await tx.webhook.update({ where: { id }, data: { secret }, select: { id: true } })
    await recordAudit(tx, actor, { action: 'webhook.renew-secret', subject: `webhook:${id}`, label: shownHook(held.url) })
    return { ok: true, secret }
  })
}

/** Nothing more goes there, what waits included. */
export async function removeWebhook(actor: StaffActor, id: number): Promise<Outcome> {
  const refusal = siteRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const held = await tx.webhook.findUnique({ where: { id }, select: { url: true } })
    if (!held) return refused({ code: 'not-found' })
    await tx.webhook.delete({ where: { id }, select: { id: true } })
    await recordAudit(tx, actor, { action: 'webhook.remove', subject: `webhook:${id}`, label: shownHook(held.url) })
    return { ok: true }
  })
}
