import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { WEBHOOK_EVENTS } from './channel'
import { isPublicHost } from './public-host'

export const MOST_WEBHOOKS = 20

/** Where somebody wants to hear of articles, and of what. `loopback`: this machine's own addresses are taken as well, for tests. */
export const webhookShape = (loopback: boolean) =>
  z.object({
    url: z
      .string()
      .trim()
      .max(500)
      .refine((text) => isHook(text, loopback), 'webhook.url'),
    events: z
      .array(z.enum(WEBHOOK_EVENTS))
      .transform((events) => WEBHOOK_EVENTS.filter((event) => events.includes(event)))
      .refine((events) => events.length > 0, 'webhook.events'),
    active: z.boolean(),
  })
export type WebhookInput = z.infer<ReturnType<typeof webhookShape>>

function isHook(text: string, loopback: boolean): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password || (protocol !== 'https:' && protocol !== 'http:')) return false
  return loopback || isPublicHost(hostname)
}

/** `t=…,v1=…`: the second it was sent, and HMAC-SHA-256 of `t.body` with the webhook's secret, hex. */
export function signature(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** A webhook's address as lists and the record show it: what stands behind `?` is often a password. */
export function shownHook(url: string): string {
  const { host, pathname, search } = new URL(url)
  return host + (pathname === '/' ? '' : pathname) + (search ? '?…' : '')
}
