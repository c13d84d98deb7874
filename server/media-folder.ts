import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { config } from './config'
import type { MediaStore } from './storage'

/** Where a media file lies. Throws on a key that would leave the folder. */
function mediaFile(key: string): string {
  const clean = normalize(key)
  if (clean.startsWith('..') || clean.startsWith('/') || clean.includes('\0'))
    throw new RangeError(`media key ${JSON.stringify(key)} leaves the storage`)
  return join(config().DATA_DIR, 'media', clean)
}

/** The folder `media` of DATA_DIR. Written beside, flushed, then renamed: no reader sees half a file, no power cut leaves one. */
export const FOLDER: MediaStore = {
  async put(key, bytes) {
    await placed(key, (draft) => writeFile(draft, bytes, { flush: true }))
  },
  async putFile(key, path) {
    await placed(key, async (draft) => {
      await copyFile(path, draft)
      const file = await open(draft, 'r+')
      await file.sync().finally(() => file.close())
    })
  },
  get: async (key) => await readFile(mediaFile(key)),
  has: async (key) => (await stat(mediaFile(key)).catch(() => null)) !== null,
  async remove(key) {
    await rm(mediaFile(key), { force: true })
  },
  async check() {
    const folder = join(config().DATA_DIR, 'media')
    const probe = join(folder, `.probe-${process.pid}`)
    await mkdir(folder, { recursive: true })
    // A disk that is full or read-only says so only to whoever writes.
    await writeFile(probe, 'is there room?', { flush: true }).finally(() => rm(probe, { force: true }))
  },
  place: async (key) => ({ path: mediaFile(key) }),
}

async function placed(key: string, write: (draft: string) => Promise<void>): Promise<void> {
  const file = mediaFile(key)
  if (await FOLDER.has(key)) return
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    await write(draft)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
