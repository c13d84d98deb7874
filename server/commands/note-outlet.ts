import type { AddressChannel, Outlet } from '@/newsroom/push/channel'
import { retryDelayMs, SWITCH_OFF_FAILURES, SWITCH_OFF_MS } from '@/newsroom/push/retry'
import { db } from '@/server/db'
import { notify } from './notify'
import type { Settling } from './settle-deliveries'
import { transact } from './transact'

interface Answered extends Settling {
  /** Baidu's quota */
  remain?: number | undefined
}

/** It went well. */
export async function noteSuccess(outlet: Outlet, { status, answer, remain }: Answered): Promise<void> {
  const now = new Date()
  const said = { lastAt: now, lastStatus: status, lastAnswer: answer, failures: 0, pausedUntil: null }
  if (outlet.channel === 'webhook') {
    await db().webhook.updateMany({ where: { id: outlet.webhookId }, data: { ...said, failingSince: null } })
  } else await storeChannel(outlet.channel, { ...said, ...quota(remain, now) })
}

/** It did not; answers how long the outlet is left alone. `waitMs`: as it asked. */
export async function noteFailure(outlet: Outlet, answered: Answered & { waitMs: number | null }): Promise<number> {
  const { status, answer, remain, waitMs } = answered
  const now = new Date()
  const said = { lastAt: now, lastStatus: status, lastAnswer: answer }
  const pauseFor = (failures: number) => waitMs ?? retryDelayMs(failures, Math.random())
  if (outlet.channel !== 'webhook') {
    const failures = ((await db().pushChannel.findUnique({ where: { channel: outlet.channel } }))?.failures ?? 0) + 1
    const pauseMs = pauseFor(failures)
    const pausedUntil = new Date(now.getTime() + pauseMs)
    await storeChannel(outlet.channel, { ...said, failures, pausedUntil, ...quota(remain, now) })
    return pauseMs
  }
  const { webhookId: id } = outlet
  const held = await db().webhook.findUnique({ where: { id } })
  if (!held) return 0
  const [failures, failingSince] = [held.failures + 1, held.failingSince ?? now]
  const pauseMs = pauseFor(failures)
  await db().webhook.updateMany({
    where: { id },
    data: { ...said, failures, failingSince, pausedUntil: new Date(now.getTime() + pauseMs) },
  })
  if (failures >= SWITCH_OFF_FAILURES && now.getTime() - failingSince.getTime() > SWITCH_OFF_MS) await switchOff(id)
  return pauseMs
}

/** Nobody listens there any more: nothing is sent until somebody of the staff says so, and administrators are told. */
export async function switchOff(webhookId: number): Promise<void> {
  await transact(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { id: webhookId, active: true },
      data: { active: false, switchedOff: true },
    })
    if (count === 0) return
    const { url } = await tx.webhook.findUniqueOrThrow({ where: { id: webhookId }, select: { url: true } })
    await tx.delivery.updateMany({ where: { webhookId, doneAt: null, gaveUpAt: null }, data: { gaveUpAt: new Date() } })
    const administrators = await tx.staff.findMany({ where: { role: 'administrator', disabledAt: null }, select: { id: true } })
    const ids = administrators.map(({ id }) => id)
    await notify(tx, ids, { kind: 'webhook-off', articleId: null, from: null, text: new URL(url).host })
  })
}

const quota = (remain: number | undefined, remainAt: Date) => (remain === undefined ? {} : { remain, remainAt })

async function storeChannel(channel: AddressChannel, data: object): Promise<void> {
  await db().pushChannel.upsert({ where: { channel }, create: { channel, ...data }, update: data, select: { channel: true } })
}
