import type { Rendition } from '@/newsroom/rendition'
import { db } from '@/server/db'
import { enqueue } from '@/server/queue'
import { hasMedia, putMediaFile } from '@/server/storage'
import { transact } from './transact'

/** Files of a picture that the storage has lost come back with the file it came as: that one is put there, its sizes are made anew. */
export async function restoreMedia(id: string, path: string): Promise<void> {
  const media = await db().media.findUnique({ where: { id } })
  if (!media?.originalKey) return
  const keys = [media.originalKey, ...(media.renditions as unknown as Rendition[]).map(({ key }) => key)]
  const isThere = await Promise.all(keys.map(hasMedia))
  if (isThere.every(Boolean)) return
  await putMediaFile(media.originalKey, path)
  await transact(async (tx) => {
    await tx.media.update({ where: { id }, data: { state: 'pending', fault: null } })
    await enqueue(tx, 'media.render', { mediaId: id }, { key: id })
  })
}
