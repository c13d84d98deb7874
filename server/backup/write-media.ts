import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { placeOfMedia } from '@/server/storage'
import type { BackupWriter } from './backup-file'
import { type BackupEnd, type MediaLine, mediaLines, numbered } from './backup-format'
import { sha256 } from './entry-hash'
import { inTurn } from './in-turn'

/** A bucket takes its time over each: so many are asked for at once. None is larger than an upload may be. */
const AT_ONCE = 4
const LINES = 1_000
const NAMED_MISSING = 1_000

/** The pictures of these keys, and after every thousand a list of their hashes. One that is not there is named, not passed over. */
export async function writeMedia(
  writer: BackupWriter,
  keys: AsyncIterable<string> | Iterable<string>,
  onFile: (files: number) => void,
): Promise<BackupEnd['media']> {
  const sums = { files: 0, bytes: 0, missing: 0, missingKeys: [] as string[] }
  let lines: MediaLine[] = []
  let lists = 0
  const putList = async () => {
    if (lines.length > 0) await writer.add(numbered('media-list', ++lists, 'jsonl'), Buffer.from(mediaLines(lines)))
    lines = []
  }
  for await (const { key, bytes } of inTurn(keys, AT_ONCE, async (key) => ({ key, bytes: await readMedia(key) }))) {
    if (bytes) {
      await writer.add(`media/${key}`, bytes)
      lines.push({ key, size: bytes.length, sha256: sha256(bytes) })
      sums.files++
      sums.bytes += bytes.length
    } else {
      sums.missing++
      if (sums.missingKeys.length < NAMED_MISSING) sums.missingKeys.push(key)
    }
    onFile(sums.files + sums.missing)
    if (lines.length === LINES) await putList()
  }
  await putList()
  return sums
}

/** Null: there is none. Throws where the storage does not answer. */
export async function readMedia(key: string): Promise<Buffer | null> {
  const place = await placeOfMedia(key)
  if (!place) return null
  if (!('path' in place)) return await buffer(await place.open())
  try {
    return await readFile(place.path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
