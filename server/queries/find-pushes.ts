import { ADDRESS_CHANNELS, type AddressChannel } from '@/newsroom/push/channel'
import { dryRunCall } from '@/newsroom/push/dry-run'
import type { DeliveryLine, OutletState, WebhookState } from '@/newsroom/push/states'
import { quotaDay } from '@/newsroom/push/verdict'
import { shownHook } from '@/newsroom/push/webhook'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { type SiteReach, setChannels, siteReach } from '@/server/push-settings'

export interface Pushes {
  reach: SiteReach
  dryRun: boolean
  channels: (OutletState & { channel: AddressChannel; set: boolean; remain: number | null })[]
  webhooks: WebhookState[]
  /** what was told last, and what waits or was given up */
  last: DeliveryLine[]
}

const SHOWN = 30
const SHOWN_OF_HOOK = 8

/** How it goes with telling the world outside; no secret in it. */
export async function findPushes(): Promise<Pushes> {
  const [counts, states, hooks, last] = await Promise.all([countOpen(), db().pushChannel.findMany(), listHooks(), listLast()])
  const set = setChannels()
  const now = new Date()
  const channels = ADDRESS_CHANNELS.map((channel) => {
    const state = states.find((each) => each.channel === channel)
    const isToday = state?.remainAt && quotaDay(state.remainAt) === quotaDay(now)
    return {
      ...outletState(state),
      ...(counts.get(channel) ?? NONE),
      channel,
      set: set.includes(channel),
      remain: isToday ? state.remain : null,
    }
  })
  const webhooks = hooks.map(({ deliveries, id, url, events, active, switchedOff, ...state }): WebhookState => {
    const open = counts.get(`webhook ${id}`) ?? NONE
    const rest = { id, url, shown: shownHook(url), events, active, switchedOff, last: deliveries.map(lineOf) }
    return { ...outletState(state), ...open, ...rest }
  })
  return { reach: siteReach(), dryRun: config().PUSH_DRY_RUN, channels, webhooks, last }
}

const NONE = { waiting: 0, gaveUp: 0 }

interface Stored {
  lastAt: Date | null
  lastStatus: number | null
  lastAnswer: string | null
  failures: number
  pausedUntil: Date | null
}

function outletState(stored: Stored | undefined): Omit<OutletState, 'waiting' | 'gaveUp'> {
  const { lastAt = null, lastStatus = null, lastAnswer = null, failures = 0, pausedUntil = null } = stored ?? {}
  const isPaused = pausedUntil !== null && pausedUntil > new Date()
  return { lastAt, lastStatus, lastAnswer, failures, pausedUntil: isPaused ? pausedUntil : null }
}

async function countOpen(): Promise<Map<string, typeof NONE>> {
  const rows = await db().$queryRaw<{ name: string; waiting: number; gaveUp: number }[]>`
    SELECT CASE WHEN "webhookId" IS NULL THEN "channel" ELSE 'webhook ' || "webhookId" END AS "name",
      count(*) FILTER (WHERE "gaveUpAt" IS NULL)::int AS "waiting", count("gaveUpAt")::int AS "gaveUp"
    FROM "Delivery" WHERE "doneAt" IS NULL GROUP BY 1`
  return new Map(rows.map(({ name, waiting, gaveUp }) => [name, { waiting, gaveUp }]))
}

const lineFields = {
  id: true,
  channel: true,
  target: true,
  event: true,
  attempts: true,
  createdAt: true,
  notBefore: true,
  doneAt: true,
  gaveUpAt: true,
  dryRun: true,
  payload: true,
  lastStatus: true,
  lastAnswer: true,
} as const

async function listHooks() {
  return await db().webhook.findMany({
    omit: { secret: true },
    include: { deliveries: { orderBy: { id: 'desc' }, take: SHOWN_OF_HOOK, select: lineFields } },
    orderBy: { id: 'asc' },
  })
}

async function listLast(): Promise<DeliveryLine[]> {
  const rows = await db().delivery.findMany({
    where: { channel: { not: 'webhook' } },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: lineFields,
  })
  return rows.map(lineOf)
}

type Row = Omit<DeliveryLine, 'id' | 'call'> & { id: bigint; payload: unknown }

const lineOf = ({ id, payload, ...line }: Row): DeliveryLine => ({
  ...line,
  id: String(id),
  call: line.dryRun ? (dryRunCall.safeParse(payload).data ?? null) : null,
})
