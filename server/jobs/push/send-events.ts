import { z } from 'zod'
import { ARTICLE_FIELDS } from '@/newsroom/api/answers'
import { articleJson, LIGHT_FIELDS } from '@/newsroom/api/article-json'
import { machineTime } from '@/newsroom/dates'
import { isGone } from '@/newsroom/push/channel'
import { shownCall } from '@/newsroom/push/dry-run'
import { redact } from '@/newsroom/push/redact'
import { retryDelayMs } from '@/newsroom/push/retry'
import { type PushAnswer, webhookVerdict } from '@/newsroom/push/verdict'
import { shownHook, signature } from '@/newsroom/push/webhook'
import { type Claimed, holdDeliveries } from '@/server/commands/claim-deliveries'
import { noteFailure, noteSuccess, switchOff } from '@/server/commands/note-outlet'
import { putBack, settleDone, settleDry, settleLater, settleRefused } from '@/server/commands/settle-deliveries'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { log } from '@/server/log'
import { findArticle } from '@/server/queries/find-article'
import { sendOut } from '@/server/send-out'

interface Hook {
  channel: 'webhook'
  webhookId: number
}

/** Tells one webhook of its events, one by one; when it cannot be reached the others wait with it. */
export async function sendEvents(hook: Hook, claimed: readonly Claimed[], stopping?: AbortSignal): Promise<void> {
  const held = await db().webhook.findUnique({ where: { id: hook.webhookId }, select: { url: true, secret: true } })
  for (const [index, row] of claimed.entries()) {
    const goesOn = held && !stopping?.aborted
    if (index > 0) await holdDeliveries(claimed.slice(index))
    if (goesOn && (await sendOne(hook, held, row))) continue
    await putBack(claimed.slice(goesOn ? index + 1 : index))
    return
  }
}

/** Answers whether the webhook takes more. */
async function sendOne(hook: Hook, { url, secret }: { url: string; secret: string }, row: Claimed): Promise<boolean> {
  const message = await messageOf(row)
  if (!message) {
    await settleDone('webhook', [row], { status: 0, answer: 'superseded' })
    return true
  }
  const body = JSON.stringify(message)
  if (config().PUSH_DRY_RUN) {
    await settleDry('webhook', [row], shownCall(`https://${shownHook(url)}`, body, [secret]))
    return true
  }
  const seconds = Math.floor(Date.now() / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'x-broadsheet-event': message.type,
    'x-broadsheet-signature': signature(secret, seconds, body),
  }
  const answer = await sendOut({ url, headers, body }).catch((error: Error): PushAnswer => {
    return { status: 0, text: error.message, retryAfterMs: null }
  })
  const settling = { status: answer.status, answer: redact(answer.text, [secret]) }
  const verdict = webhookVerdict(answer)
  log().info({ webhook: hook.webhookId, event: row.event, status: answer.status, verdict: verdict.kind }, 'a webhook was told')
  if (verdict.kind === 'done') {
    await settleDone('webhook', [row], settling)
    await noteSuccess(hook, settling)
    return true
  }
  if (verdict.kind === 'later' && verdict.alone) {
    await settleLater([row], verdict.waitMs ?? retryDelayMs(row.attempts, Math.random()), settling)
    return true
  }
  const waitMs = await noteFailure(hook, { ...settling, waitMs: verdict.kind === 'later' ? verdict.waitMs : null })
  if (verdict.kind === 'later') {
    await settleLater([row], waitMs, settling)
    return false
  }
  await settleRefused([row], settling)
  await switchOff(hook.webhookId)
  return false
}

const payload = z.object({ at: z.iso.datetime() })

/** What a webhook hears: the public facts of an article as they are now; of what is gone nothing but where it was, and when. */
async function messageOf({ id, event, target, articleId, createdAt, payload: kept }: Claimed) {
  const { SITE_URL: siteUrl, SITE_TIMEZONE: timeZone, SITE_NAME: name, SITE_LOCALE: locale } = config()
  const at = new Date(payload.safeParse(kept).data?.at ?? createdAt)
  const head = { id: `msg_${id}`, type: event, createdAt: machineTime(at, timeZone) }
  if (event === 'test') return { ...head, data: { site: name, url: siteUrl } }
  if (isGone(event)) return { ...head, data: { id: articleId, url: siteUrl + target, at: head.createdAt } }
  const found = articleId === null ? null : await findArticle(articleId)
  if (found?.state !== 'live') return null
  const fields = new Set(ARTICLE_FIELDS.filter(LIGHT_FIELDS))
  return { ...head, data: articleJson(found, fields, { name, url: siteUrl, locale, timeZone }) }
}
