import { statSync } from 'node:fs'
import { join } from 'node:path'

export interface FileBatch {
  paths: string[]
  /** larger than any article, so not even read */
  tooLarge: string[]
}

const MOST_FILES = 100
/** What is read at a time is bounded by bytes too: 200 posts of 3 MB would not fit. */
const MOST_BYTES = 2 * 2 ** 20
export const LARGEST_FILE_BYTES = 8 * 2 ** 20

/** Cuts a list of files into batches that are read and saved together, in its order. */
export function* cutBatches(root: string, paths: Iterable<string>): Generator<FileBatch> {
  let batch: FileBatch = { paths: [], tooLarge: [] }
  let bytes = 0
  for (const path of paths) {
    const size = statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0
    if (batch.paths.length + batch.tooLarge.length >= MOST_FILES || (bytes > 0 && bytes + size > MOST_BYTES)) {
      yield batch
      batch = { paths: [], tooLarge: [] }
      bytes = 0
    }
    if (size > LARGEST_FILE_BYTES) batch.tooLarge.push(path)
    else {
      batch.paths.push(path)
      bytes += size
    }
  }
  if (batch.paths.length + batch.tooLarge.length > 0) yield batch
}
