'use server'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import type { MediaItem } from '@/newsroom/desk/media-library'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
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

export async function openPicture(given: string): Promise<Outcome<{ item: MediaItem; uses: MediaUses }>> {
  return await act(id, given, async (actor, mediaId) => {
    const [item, uses] = await Promise.all([findMedia(mediaId), listMediaUses(actor, mediaId)])
    return item ? { ok: true, item, uses } : refused({ code: 'not-found' })
  })
}

export async function savePicture(given: { id: string; words: Partial<z.input<typeof words>> }): Promise<Outcome> {
  return await act(z.object({ id, words: words.partial() }), given, editMedia)
}

export async function replacePicture(given: { id: string; byId: string }): Promise<Outcome<{ changed: number; live: number }>> {
  return await act(z.object({ id, byId: id }), given, replaceMedia)
}

export async function discardPicture(given: { id: string; discarded: boolean }): Promise<Outcome> {
  return await act(z.object({ id, discarded: z.boolean() }), given, discardMedia)
}

export async function retryPicture(given: { id: string }): Promise<Outcome> {
  return await act(z.object({ id }), given, retryMedia)
}
