'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import type { Outcome } from '@/newsroom/desk/outcome'
import { ADDRESS_CHANNELS } from '@/newsroom/push/channel'
import { webhookShape } from '@/newsroom/push/webhook'
import { changeWebhook, createWebhook, removeWebhook, renewSecret } from '@/server/commands/save-webhook'
import { testWebhook, tryAgain } from '@/server/commands/try-deliveries'
import { config } from '@/server/config'

const id = z.number().int().positive()
const outlet = z.union([
  z.object({ channel: z.enum(ADDRESS_CHANNELS) }),
  z.object({ channel: z.literal('webhook'), webhookId: id }),
])
const hook = () => webhookShape(config().PUSH_TO_LOOPBACK)

async function drawn<Value extends object>(outcome: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const done = await outcome
  revalidatePath('/admin/pushes')
  return done
}

export async function createWebhookAction(input: unknown): Promise<Outcome<{ secret: string }>> {
  return await drawn(act(hook(), input, createWebhook))
}

export async function changeWebhookAction(webhookId: number, input: unknown): Promise<Outcome> {
  return await drawn(act(z.tuple([id, hook()]), [webhookId, input], (actor, [which, read]) => changeWebhook(actor, which, read)))
}

export async function renewSecretAction(webhookId: number): Promise<Outcome<{ secret: string }>> {
  return await drawn(act(id, webhookId, renewSecret))
}

export async function removeWebhookAction(webhookId: number): Promise<Outcome> {
  return await drawn(act(id, webhookId, removeWebhook))
}

export async function testWebhookAction(webhookId: number): Promise<Outcome> {
  return await drawn(act(id, webhookId, testWebhook))
}

export async function tryAgainAction(which: unknown): Promise<Outcome<{ count: number }>> {
  return await drawn(act(outlet, which, tryAgain))
}
