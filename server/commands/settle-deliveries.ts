import type { Channel } from '@/newsroom/push/channel'
import type { DryRunCall } from '@/newsroom/push/dry-run'
import { GIVE_UP_MS } from '@/newsroom/push/retry'
import { db } from '@/server/db'
import type { Claimed } from './claim-deliveries'

export interface Settling {
  /** 0: nothing came back */
  status: number
  /** short, and without a secret (newsroom/push/redact.ts) */
  answer: string
}

/** Told. What had been given up of the same addresses is told with them. */
export async function settleDone(
  channel: Channel,
  rows: readonly Claimed[],
  { status, answer }: Settling,
  dryRun = false,
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const done = { doneAt: new Date(), lastStatus: status, lastAnswer: answer, dryRun }
  await db().delivery.updateMany({ where: { id: { in: ids } }, data: done })
  if (channel === 'webhook' || dryRun) return
  const targets = [...new Set(rows.map(({ target }) => target))]
  await db().delivery.updateMany({
    where: { channel, target: { in: targets }, gaveUpAt: { not: null } },
    data: { ...done, gaveUpAt: null },
  })
}

/** Not sent, since this is a dry run: what would have been is kept with the last of them, which lists show first. */
export async function settleDry(channel: Channel, rows: readonly Claimed[], call: DryRunCall): Promise<void> {
  const last = rows.at(-1)
  if (!last) return
  await db().delivery.update({ where: { id: last.id }, data: { payload: call }, select: { id: true } })
  await settleDone(channel, rows, { status: 0, answer: '' }, true)
}

/** Not to be told, ever, as they are; somebody may try again. */
export async function settleRefused(rows: readonly Claimed[], { status, answer }: Settling): Promise<void> {
  if (rows.length === 0) return
  await db().delivery.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { gaveUpAt: new Date(), lastStatus: status, lastAnswer: answer },
  })
}

/** To be told later; what has been tried for a day is given up. */
export async function settleLater(rows: readonly Claimed[], waitMs: number, settling: Settling): Promise<void> {
  const oldest = Date.now() - GIVE_UP_MS
  const tired = rows.filter(({ createdAt }) => createdAt.getTime() < oldest)
  await settleRefused(tired, settling)
  const rest = rows.filter((row) => !tired.includes(row))
  if (rest.length === 0) return
  await db().delivery.updateMany({
    where: { id: { in: rest.map(({ id }) => id) } },
    data: { notBefore: new Date(Date.now() + waitMs), lastStatus: settling.status, lastAnswer: settling.answer },
  })
}

/** Not tried at all: they wait with the others, as if nobody had taken them. */
export async function putBack(rows: readonly Claimed[]): Promise<void> {
  if (rows.length === 0) return
  await db().delivery.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { notBefore: new Date(), attempts: { decrement: 1 } },
  })
}
