import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { config } from './config'

/** Where a media file lies. Throws on a key that would leave the folder. */
export function mediaFile(key: string): string {
  const clean = normalize(key)
  if (clean.startsWith('..') || clean.startsWith('/') || clean.includes('\0'))
    throw new RangeError(`media key ${JSON.stringify(key)} leaves the storage`)
  return join(config().DATA_DIR, 'media', clean)
}

/** Stores bytes under a key that names their content: written beside, then renamed, so no reader sees half a file. */
export async function putMedia(key: string, bytes: Uint8Array): Promise<void> {
  const file = mediaFile(key)
  if (await stat(file).catch(() => null)) return
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  await writeFile(draft, bytes, { flush: true })
  await rename(draft, file)
}
