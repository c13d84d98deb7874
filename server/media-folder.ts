import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
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
  async *list() {
    const root = join(config().DATA_DIR, 'media')
    for (const folder of await foldersBelow(root)) {
      const entries = await readdir(join(root, folder), { withFileTypes: true })
      yield entries.filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`)
    }
  },
  async ageMs(key) {
    const found = await stat(mediaFile(key)).catch(() => null)
    return found && Date.now() - found.mtimeMs
  },
  async check() {
    const folder = join(config().DATA_DIR, 'media')
    // One name for all: what a process leaves that is killed right now, the next check takes away.
    const probe = join(folder, '.probe')
    await mkdir(folder, { recursive: true })
    // A disk that is full or read-only says so only to whoever writes.
    await writeFile(probe, 'is there room?', { flush: true }).finally(() => rm(probe, { force: true }))
  },
  place: async (key) => ({ path: mediaFile(key) }),
}

/** `ab`, `originals/ab`: what lies in the storage's own folder is no picture's. */
async function foldersBelow(root: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => (below ? `${below}/${name}` : name))
  return [...names, ...(await Promise.all(names.map((name) => foldersBelow(root, name)))).flat()]
}

async function placed(key: string, write: (draft: string) => Promise<void>): Promise<void> {
  const file = mediaFile(key)
  const now = new Date()
  // Wanted anew: whoever looks for forgotten files is to see that.
  const isThere = await utimes(file, now, now).then(
    () => true,
    () => false,
  )
  if (isThere) return
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    await write(draft)
    await rename(draft, file)
    await flushFolder(dirname(file))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** A name is on the disk when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folder, and needs no asking.
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}
