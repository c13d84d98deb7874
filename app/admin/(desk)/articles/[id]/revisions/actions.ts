'use server'
import { z } from 'zod'
import { currentStaff } from '@/app/admin/desk-session'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
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
  const staff = await currentStaff()
  if (!staff) return refused({ code: 'signed-out' })
  const read = wanted.safeParse({ articleId, number, baseVersion })
  if (!read.success) return refused({ code: 'unreadable' })
  const restored = await restoreRevision(staff, { ...read.data, clientId: null })
  return restored.ok ? { ok: true, number: restored.number } : restored
}
