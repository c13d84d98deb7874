import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import sharp from 'sharp'
import type { ExportedArticle, ExportedPicture } from '@/newsroom/jekyll/exported-post'
import type { ImportNote } from '@/newsroom/jekyll/import-note'
import type { ImportedPost } from '@/newsroom/jekyll/imported-post'
import type { ReadyPost, StoredPicture } from '@/server/commands/import-batch'
import { SetupError } from '@/server/setup-error'
import { storeFile } from './store-file'

/** 50 megapixels, as for any other */
const MOST_PIXELS = 50_000_000

/** Puts an exported article's pictures back where they were: its body names them by their addresses. */
export async function storeExported(post: ImportedPost, exported: ExportedArticle, root: string): Promise<ReadyPost> {
  const media: StoredPicture[] = []
  const notes: ImportNote[] = []
  for (const picture of exported.media) {
    try {
      media.push(await store(picture, root))
    } catch (error) {
      if (error instanceof SetupError) throw error
      const reason = `${picture.origin}: ${(error as Error).message.split('\n')[0]}`
      notes.push({ field: 'picture', guess: '', reason, line: null, rescue: false })
    }
  }
  const leadMediaId = media.find(({ id }) => id === exported.leadMediaId)?.id ?? null
  return { ...post, leadMediaId, media, notes: [...post.notes, ...notes] }
}

async function store(picture: ExportedPicture, root: string): Promise<StoredPicture> {
  const { id, origin, width, height, sizeBytes, renditions, alt, oldAddresses, ...told } = picture
  for (const { key, width, height } of renditions) {
    const file = await realpath(join(root, 'media', key)).catch(() => null)
    if (file === null) throw new Error(`there is no media/${key} in the archive`)
    if (!file.startsWith(root + sep)) throw new Error('leads out of the archive')
    const bytes = await readFile(file)
    const found = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()
    const format = key.endsWith('.avif') ? 'heif' : 'webp'
    if (!key.startsWith(`${id.slice(0, 2)}/${id}-`) || found.format !== format || found.width !== width)
      throw new Error(`media/${key} is not the picture it is said to be`)
    if (height <= 0) throw new Error(`media/${key} has no height`)
    await storeFile(key, bytes)
  }
  return { id, origin, width, height, sizeBytes, renditions, alt: alt ?? '', oldAddresses, told }
}
