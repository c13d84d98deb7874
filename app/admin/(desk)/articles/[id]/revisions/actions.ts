'use server'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import type { Outcome } from '@/newsroom/desk/outcome'
import { restoreRevision } from '@/server/commands/restore-revision'

const wanted = z.object({
  articleId: z.string().max(20),
  number: z.number().int().positive().max(2_147_483_647),
  baseVersion: z.number().int().nonnegative(),
})

/** Brings a version back, unless the draft changed since the page was read. */
export async function restoreRevisionAction(
  articleId: string,
  number: number,
  baseVersion: number,
): Promise<Outcome<{ number: number }>> {
  return await act(wanted, { articleId, number, baseVersion }, async (actor, input) => {
    const restored = await restoreRevision(actor, { ...input, clientId: null })
    return restored.ok ? { ok: true, number: restored.number } : restored
  })
}
