import { kindOf } from '@/newsroom/desk/picture-file'
import { keepRenditions, markUnrendered } from '@/server/commands/keep-renditions'
import { db } from '@/server/db'
import { inspectPicture, PictureFault, renderAll } from '@/server/picture'
import type { Jobs } from '@/server/queue'
import { getMedia, hasMedia } from '@/server/storage'

/**
 * Makes a picture in all its sizes, of the bytes it came as. Asked twice, it does nothing the second time; cut off, it begins
 * anew and writes what is missing. What is no fault of the picture is thrown, to be tried again; where the file is gone there is no
 * hurry, and somebody is told.
 */
export async function renderMedia({ mediaId }: Jobs['media.render']): Promise<void> {
  const media = await db().media.findUnique({ where: { id: mediaId } })
  if (!media?.originalKey || media.state === 'ready') return
  try {
    if (!(await hasMedia(media.originalKey))) return await markUnrendered(mediaId, 'media.no-original')
    const bytes = await getMedia(media.originalKey)
    const kind = kindOf(bytes.subarray(0, 64))
    if (!kind) throw new PictureFault('media.kind')
    await keepRenditions(mediaId, await renderAll(mediaId, bytes, await inspectPicture(bytes, kind)))
  } catch (error) {
    const isPicture = error instanceof PictureFault
    await markUnrendered(mediaId, isPicture ? error.code : 'media.unrendered')
    if (!isPicture) throw error
  }
}
