import type { AddressChannel } from '@/newsroom/push/channel'
import { shownCall } from '@/newsroom/push/dry-run'
import { redact } from '@/newsroom/push/redact'
import { baiduVerdict, indexNowVerdict, type PushAnswer, type Verdict, webSubVerdict } from '@/newsroom/push/verdict'
import { type Claimed, holdDeliveries } from '@/server/commands/claim-deliveries'
import { noteFailure, noteSuccess } from '@/server/commands/note-outlet'
import { putBack, settleDone, settleDry, settleLater, settleRefused } from '@/server/commands/settle-deliveries'
import { config } from '@/server/config'
import { log } from '@/server/log'
import { type Outgoing, sendOut } from '@/server/send-out'

/** Tells a channel of these addresses, each once; a hub of one feed after the other. */
export async function sendAddresses(channel: AddressChannel, claimed: readonly Claimed[]): Promise<void> {
  if (channel !== 'websub') {
    await sendBatch(channel, claimed)
    return
  }
  const rest = new Map(Map.groupBy(claimed, ({ target }) => target))
  for (const [target, rows] of rest) {
    rest.delete(target)
    if (await sendBatch(channel, rows)) {
      await holdDeliveries([...rest.values()].flat())
      continue
    }
    await putBack([...rest.values()].flat())
    return
  }
}

/** Answers whether more can be sent. */
async function sendBatch(channel: AddressChannel, rows: readonly Claimed[]): Promise<boolean> {
  const { SITE_URL, PUSH_DRY_RUN } = config()
  const addresses = [...new Set(rows.map(({ target }) => SITE_URL + target))]
  const call = callOf(channel, addresses)
  const secrets = [config().BAIDU_PUSH_TOKEN, config().INDEXNOW_KEY]
  if (!call) {
    await settleLater(rows, 3_600_000, { status: 0, answer: '' })
    return false
  }
  if (PUSH_DRY_RUN) {
    await settleDry(channel, rows, shownCall(call.url, call.body, secrets))
    return true
  }
  const answer = await sendOut(call).catch((error: Error): PushAnswer => ({ status: 0, text: said(error), retryAfterMs: null }))
  const settling = { status: answer.status, answer: redact(answer.text, secrets) }
  const verdict = VERDICT[channel](answer, new Date())
  log().info({ channel, count: addresses.length, status: answer.status, verdict: verdict.kind }, 'addresses were pushed')
  return await settle(channel, rows, verdict, settling)
}

async function settle(
  channel: AddressChannel,
  rows: readonly Claimed[],
  verdict: Verdict,
  settling: { status: number; answer: string },
): Promise<boolean> {
  if (verdict.kind === 'later') {
    const waitMs = await noteFailure({ channel }, { ...settling, waitMs: verdict.waitMs, remain: verdict.remain })
    await settleLater(rows, waitMs, settling)
    return false
  }
  if (verdict.kind === 'refused') {
    await settleRefused(rows, settling)
    await noteSuccess({ channel }, settling)
    return true
  }
  const refused = new Set(verdict.refused?.map((address) => address.replace(config().SITE_URL, '')))
  await settleRefused(
    rows.filter(({ target }) => refused.has(target)),
    settling,
  )
  await settleDone(
    channel,
    rows.filter(({ target }) => !refused.has(target)),
    settling,
  )
  await noteSuccess({ channel }, { ...settling, remain: verdict.remain })
  return verdict.remain !== 0
}

const VERDICT: Record<AddressChannel, (answer: PushAnswer, now: Date) => Verdict> = {
  indexnow: indexNowVerdict,
  baidu: baiduVerdict,
  websub: webSubVerdict,
}

/** What is sent, and where to; null where the channel is not set up any more. */
function callOf(channel: AddressChannel, addresses: readonly string[]): Outgoing | null {
  const { SITE_URL, INDEXNOW_KEY: key, INDEXNOW_ENDPOINT, BAIDU_PUSH_TOKEN: token, BAIDU_PUSH_ENDPOINT, WEBSUB_HUB } = config()
  if (channel === 'indexnow') {
    const body = { host: new URL(SITE_URL).host, key, keyLocation: `${SITE_URL}/${key}.txt`, urlList: addresses }
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    return key ? { url: INDEXNOW_ENDPOINT, headers, body: JSON.stringify(body) } : null
  }
  if (channel === 'baidu') {
    if (!token) return null
    const url = new URL(BAIDU_PUSH_ENDPOINT)
    url.searchParams.set('site', SITE_URL)
    url.searchParams.set('token', token)
    return { url: url.href, headers: { 'content-type': 'text/plain' }, body: addresses.join('\n') }
  }
  const body = new URLSearchParams([['hub.mode', 'publish'], ...addresses.map((address) => ['hub.url', address])])
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return WEBSUB_HUB ? { url: WEBSUB_HUB, headers, body: body.toString() } : null
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error))
