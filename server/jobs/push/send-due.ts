import { ADDRESS_CHANNELS, BATCH, type Outlet } from '@/newsroom/push/channel'
import { quotaDay } from '@/newsroom/push/verdict'
import { claimDeliveries } from '@/server/commands/claim-deliveries'
import { db } from '@/server/db'
import { isPushing } from '@/server/push-settings'
import { sendAddresses } from './send-addresses'
import { sendEvents } from './send-events'

/** Sends what is due of one outlet, batch by batch, until nothing is, or it wants to be left alone. Asked twice, it sends nothing twice. */
export async function sendDue(outlet: Outlet, stopping?: AbortSignal): Promise<void> {
  if (!isPushing()) return
  while (!stopping?.aborted) {
    const most = await takes(outlet)
    const claimed = most === 0 ? [] : await claimDeliveries(outlet, most)
    if (claimed.length === 0) return
    if (outlet.channel === 'webhook') await sendEvents(outlet, claimed, stopping)
    else await sendAddresses(outlet.channel, claimed)
  }
}

/** How many an outlet takes now: none while it is left alone; what is left of a day's quota; else as many as a call holds. */
async function takes(outlet: Outlet): Promise<number | undefined> {
  const now = new Date()
  if (outlet.channel === 'webhook') {
    const held = await db().webhook.findUnique({ where: { id: outlet.webhookId }, select: { pausedUntil: true, active: true } })
    return held?.active && (held.pausedUntil === null || held.pausedUntil <= now) ? undefined : 0
  }
  const held = await db().pushChannel.findUnique({ where: { channel: outlet.channel } })
  if (held?.pausedUntil && held.pausedUntil > now) return 0
  if (held?.remain == null || held.remainAt === null || quotaDay(held.remainAt) !== quotaDay(now)) return undefined
  return Math.min(held.remain, BATCH[outlet.channel])
}

/** What the queue did not send, retries and what a dead process held, all outlets beside each other. */
export async function sendOverdue(stopping?: AbortSignal): Promise<void> {
  if (!isPushing()) return
  const rows = await db().$queryRaw<{ channel: string; webhookId: number | null }[]>`
    SELECT DISTINCT "channel", "webhookId" FROM "Delivery"
    WHERE "doneAt" IS NULL AND "gaveUpAt" IS NULL AND "notBefore" <= now() - interval '5 seconds'`
  const outlets = rows.flatMap(({ channel, webhookId }): Outlet[] => {
    if (webhookId !== null) return [{ channel: 'webhook', webhookId }]
    const known = ADDRESS_CHANNELS.find((each) => each === channel)
    return known ? [{ channel: known }] : []
  })
  await Promise.all(outlets.map((outlet) => sendDue(outlet, stopping)))
}
