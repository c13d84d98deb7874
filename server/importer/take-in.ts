import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportedPost } from '@/newsroom/jekyll/imported-post'
import type { Actor } from '@/server/commands/actor'
import type { ImportBatch, ImportFile, ItemResult, ReadyPost } from '@/server/commands/import-batch'
import { inSpan } from '@/server/trace'
import { enterResult, type ImportReport } from './import-report'
import { type ReadingPlan, readArchive } from './read-archive'
import type { ReadFile } from './read-job'
import type { ReadingPool } from './reading-pool'
import { saveFiles } from './save-files'
import { storeExported } from './store-exported'
import { type PictureSource, storePictures } from './store-pictures'

export interface TakingIn extends ReadingPlan {
  pool: ReadingPool
  /** null: a rehearsal */
  runId: number | null
  report: ImportReport
}

/** Pictures are decoded at most so many at a time. */
const PICTURES_AT_ONCE = 4

/** Reads files and saves what they bring, batch by batch; yields how many files are done. Outcomes go into the report. */
export async function* takeIn(actor: Actor, taking: TakingIn): AsyncGenerator<number> {
  const { pool, archive, runId, report } = taking
  /** A rehearsal forgets each batch, so it has to remember which articles it saw. */
  const seen = runId === null ? new Set<string>() : null
  for await (const read of readArchive(pool, taking)) {
    const files = await prepare(read, taking)
    const batch: ImportBatch = { runId, archive: archive.name, files }
    const results =
      files.length === 0 ? [] : await inSpan('import batch', { 'broadsheet.files': files.length }, () => saveFiles(actor, batch))
    for (const result of await followMoved(actor, batch, results, archive.root)) {
      enterResult(report, archive.root, seen ? rehearsed(result, seen) : result)
    }
    yield read.length
  }
}

/** Counts what needs no saving; the rest becomes files to save, their pictures stored. */
async function prepare(read: ReadFile[], { archive, fetchImages, runId, report }: TakingIn): Promise<ImportFile[]> {
  const source: PictureSource = { root: archive.root, baseurl: archive.site.baseurl, fetchImages }
  const files: (ImportFile | Promise<ImportFile>)[] = []
  const drawing = new Set<Promise<ImportFile>>()
  for (const { path, contentHash, read: found } of read) {
    if (found === 'as known') {
      report.read++
      report.unchanged++
    } else if (found === 'not a post') report.notPosts.push(`${archive.root}/${path}`)
    else if ('reason' in found) {
      const note = { field: 'file', guess: '', reason: found.reason, line: found.line, rescue: false }
      files.push({ path, contentHash, post: null, notes: [note], holderGone: false })
    } else if (runId === null || (found.exported?.media ?? found.pictures).length === 0) {
      files.push({ path, contentHash, post: withoutPictures(found), notes: found.notes, holderGone: false })
    } else {
      const stored = found.exported ? storeExported(found, found.exported, archive.root) : storePictures(found, source)
      const file = stored.then((post) => ({
        path,
        contentHash,
        post,
        notes: post.notes,
        holderGone: false,
      }))
      files.push(file)
      drawing.add(file)
      void file.finally(() => drawing.delete(file)).catch(() => {})
      if (drawing.size >= PICTURES_AT_ONCE) await Promise.race(drawing)
    }
  }
  return await Promise.all(files)
}

const withoutPictures = (post: ImportedPost): ReadyPost => ({ ...post, leadMediaId: null, media: [] })

/** A duplicate whose better file is there no more was moved: it carries its article from now on. */
async function followMoved(actor: Actor, batch: ImportBatch, results: ItemResult[], root: string): Promise<ItemResult[]> {
  const prefix = `${batch.archive}/`
  const moved = new Set(
    results
      .filter(({ carriedBy }) => carriedBy?.startsWith(prefix) && !existsSync(join(root, carriedBy.slice(prefix.length))))
      .map(({ path }) => path),
  )
  if (moved.size === 0) return results
  const files = batch.files.filter(({ path }) => moved.has(path)).map((file) => ({ ...file, holderGone: true }))
  const again = new Map((await saveFiles(actor, { ...batch, files })).map((result) => [result.path, result]))
  return results.map((result) => again.get(result.path) ?? result)
}

function rehearsed(result: ItemResult, seen: Set<string>): ItemResult {
  if (result.outcome !== 'created' || result.articleId === null) return result
  if (seen.has(result.articleId)) return { ...result, outcome: 'duplicate' }
  seen.add(result.articleId)
  return result
}
