'use server'
import { z } from 'zod'
import { currentStaff } from '@/app/admin/desk-session'
import type { MediaItem } from '@/newsroom/desk/media-library'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { discardMedia, retryMedia } from '@/server/commands/discard-media'
import { editMedia } from '@/server/commands/edit-media'
import { replaceMedia } from '@/server/commands/replace-media'
import { findMedia } from '@/server/queries/list-media'
import { listMediaUses, type MediaUses } from '@/server/queries/list-media-uses'

const id = z.string().regex(/^[0-9a-f]{64}$/)
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
const share = z.number().min(0).max(1)
const words = z.object({
  alt: line(500),
  caption: z.string().trim().max(2_000),
  credit: line(200),
  rights: line(500),
  aiGenerated: z.boolean(),
  focalX: share,
  focalY: share,
})

/** Somebody signed in, and what they sent in its form; else why not. */
async function asked<Given>(schema: z.ZodType<Given>, given: unknown): Promise<Outcome<{ actor: StaffActor; given: Given }>> {
  const actor = await currentStaff()
  if (!actor) return refused({ code: 'signed-out' })
  const read = schema.safeParse(given)
  return read.success ? { ok: true, actor, given: read.data } : refused({ code: 'unreadable' })
}

export async function openPicture(given: string): Promise<Outcome<{ item: MediaItem; uses: MediaUses }>> {
  const found = await asked(id, given)
  if (!found.ok) return found
  const [item, uses] = await Promise.all([findMedia(found.given), listMediaUses(found.actor, found.given)])
  return item ? { ok: true, item, uses } : refused({ code: 'not-found' })
}

export async function savePicture(given: { id: string; words: z.input<typeof words> }): Promise<Outcome> {
  const found = await asked(z.object({ id, words }), given)
  return found.ok ? await editMedia(found.actor, found.given) : found
}

export async function replacePicture(given: { id: string; byId: string }): Promise<Outcome<{ changed: number; live: number }>> {
  const found = await asked(z.object({ id, byId: id }), given)
  return found.ok ? await replaceMedia(found.actor, found.given) : found
}

export async function discardPicture(given: { id: string; discarded: boolean }): Promise<Outcome> {
  const found = await asked(z.object({ id, discarded: z.boolean() }), given)
  return found.ok ? await discardMedia(found.actor, found.given) : found
}

export async function retryPicture(given: { id: string }): Promise<Outcome> {
  const found = await asked(z.object({ id }), given)
  return found.ok ? await retryMedia(found.actor, found.given) : found
}
