import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { ask } from './sql'

/** A photograph of nothing, another one each time; small, for noise is what an encoder takes longest for. */
export async function noisePicture(width = 400, height = 300): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const picture = sharp({ create: { width, height, channels: 3, background: '#888', noise } })
  return await picture.jpeg({ quality: 60 }).toBuffer()
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The key of every file in the media folder of a site. */
export async function mediaFiles(dataDir: string): Promise<string[]> {
  const root = join(dataDir, 'media')
  const entries = existsSync(root) ? await readdir(root, { recursive: true, withFileTypes: true }) : []
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
}

/** The keys of the files the database names, originals among them. */
export async function namedFiles(url: () => string): Promise<string[]> {
  const rows = await ask<{ key: string }>(
    url,
    `SELECT "originalKey" AS "key" FROM "Media" WHERE "originalKey" IS NOT NULL
     UNION SELECT r->>'key' FROM "Media", jsonb_array_elements("renditions") r`,
  )
  return rows.map(({ key }) => key)
}

/** As if it had all been put there long ago. */
export async function ageFiles(dataDir: string, days: number): Promise<void> {
  const at = new Date(Date.now() - days * 86_400_000)
  for (const key of await mediaFiles(dataDir)) await utimes(join(dataDir, 'media', key), at, at)
}

/** Whether an uploaded picture's own bytes lie where its id says, and are those. */
export async function isKept(dataDir: string, id: string): Promise<boolean> {
  const bytes = await readFile(join(dataDir, 'media', 'originals', id.slice(0, 2), id)).catch(() => null)
  return bytes !== null && sha256(bytes) === id
}
