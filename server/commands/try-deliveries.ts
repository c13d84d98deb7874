import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { Outlet } from '@/newsroom/push/channel'
import { shownHook } from '@/newsroom/push/webhook'
import type { Tx } from '@/server/db'
import { isPushing } from '@/server/push-settings'
import { enqueue } from '@/server/queue'
import { siteRefusal } from './permit-site'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** What was given up is sent again, and what waits goes out at once. Answers how many there are. */
export async function tryAgain(actor: StaffActor, outlet: Outlet): Promise<Outcome<{ count: number }>> {
  const refusal = siteRefusal(actor)
  if (refusal) return refusal
  return await transact(async (tx) => {
    const of = outlet.channel === 'webhook' ? { webhookId: outlet.webhookId } : { channel: outlet.channel }
    const { count } = await tx.delivery.updateMany({
      where: { ...of, doneAt: null },
      data: { gaveUpAt: null, attempts: 0, createdAt: new Date(), notBefore: new Date() },
    })
    await wake(tx, outlet)
    await recordAudit(tx, actor, {
      action: 'push.try-again',
      subject: outlet.channel === 'webhook' ? `webhook:${outlet.webhookId}` : `push:${outlet.channel}`,
      after: { count },
    })
    return { ok: true, count }
  })
}

/** Sends a webhook a message that is about no article, at once. */
export async function testWebhook(actor: StaffActor, webhookId: number): Promise<Outcome> {
  const refusal = siteRefusal(actor)
  if (refusal) return refusal
  if (!isPushing()) return refused({ code: 'webhook.no-site' })
  return await transact(async (tx) => {
    const held = await tx.webhook.findUnique({ where: { id: webhookId }, select: { url: true, active: true } })
    if (!held) return refused({ code: 'not-found' })
    if (!held.active) return refused({ code: 'webhook.off' })
    await tx.delivery.create({ data: { channel: 'webhook', target: '/', event: 'test', webhookId }, select: { id: true } })
    await wake(tx, { channel: 'webhook', webhookId })
    await recordAudit(tx, actor, { action: 'webhook.test', subject: `webhook:${webhookId}`, label: shownHook(held.url) })
    return { ok: true }
  })
}

async function wake(tx: Tx, outlet: Outlet): Promise<void> {
  if (outlet.channel === 'webhook') {
    await tx.webhook.updateMany({ where: { id: outlet.webhookId }, data: { pausedUntil: null } })
  } else await tx.pushChannel.updateMany({ where: { channel: outlet.channel }, data: { pausedUntil: null } })
  await enqueue(tx, 'push.send', outlet)
}
