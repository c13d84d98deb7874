import { createHash } from 'node:crypto'
import { SANITIZER_VERSION } from '@/newsroom/html/html-allow-list'
import { findKnownFiles } from '@/server/queries/find-known-files'
import { cutBatches, type FileBatch, LARGEST_FILE_BYTES } from './cut-batches'
import type { Archive } from './find-archive'
import type { ReadFile } from './read-job'
import type { ReadingPool } from './reading-pool'

/** Raised when the same file would be read otherwise, so that files known by their bytes are read again. */
const READER_VERSION = 2

export interface ReadingPlan {
  archive: Archive
  kind: 'site' | 'folder'
  paths: Iterable<string>
  fetchImages: boolean
}

/**
 * Reads an archive's files on all cores, in batches and in their order; at most two batches a thread are under way, so
 * memory stays the same whatever the size of the archive and the speed of whoever takes them.
 */
export async function* readArchive(pool: ReadingPool, plan: ReadingPlan): AsyncGenerator<ReadFile[]> {
  const settingsHash = hashOfSettings(plan)
  const underWay: Promise<ReadFile[]>[] = []
  try {
    for (const batch of cutBatches(plan.archive.root, plan.paths)) {
      const files = readBatch(pool, plan, settingsHash, batch)
      // Awaited in its turn; a fault is thrown there.
      files.catch(() => {})
      underWay.push(files)
      const next = underWay.length > pool.size * 2 ? underWay.shift() : undefined
      if (next) yield await next
    }
    for (let next = underWay.shift(); next; next = underWay.shift()) yield await next
  } finally {
    // Whoever stops early leaves nothing running behind.
    await Promise.allSettled(underWay)
  }
}

async function readBatch(pool: ReadingPool, plan: ReadingPlan, settingsHash: string, batch: FileBatch): Promise<ReadFile[]> {
  const { archive, kind, fetchImages } = plan
  const known = await findKnownFiles(archive.name, batch.paths, fetchImages)
  const files = batch.paths.map((path) => ({ path, knownHash: known.get(path) ?? null }))
  const reason = `larger than ${LARGEST_FILE_BYTES / 2 ** 20} MiB`
  const refused = batch.tooLarge.map((path): ReadFile => ({ path, contentHash: '', read: { path, line: null, reason } }))
  if (files.length === 0) return refused
  const { root, site } = archive
  return [...(await pool.read({ root, site, kind, settingsHash, now: new Date(), files })), ...refused]
}

/** What decides, beside its bytes, what a file becomes. */
function hashOfSettings({ archive: { site }, kind }: ReadingPlan): string {
  const plain = (_: string, value: unknown) => (value instanceof Map ? [...value] : value)
  return createHash('sha256')
    .update(JSON.stringify([READER_VERSION, SANITIZER_VERSION, kind, site], plain))
    .digest('hex')
}
